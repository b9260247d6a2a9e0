package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;

/// Publications and subscriptions.
final class ReplicationStatements {

  private final Cursor cursor;
  private final PublicationStatements publications;
  private final SubscriptionStatements subscriptions;

  ReplicationStatements(ParserState parsing) {
    this.cursor = parsing.cursor;
    this.publications = new PublicationStatements(parsing);
    this.subscriptions = new SubscriptionStatements(parsing);
  }

  Parsed create() {
    return atPublication() ? publications.create() : subscriptions.create();
  }

  Parsed alter() {
    return atPublication() ? publications.alter() : subscriptions.alter();
  }

  private boolean atPublication() {
    return cursor.keywordAfter(1) == Keyword.PUBLICATION;
  }
}
