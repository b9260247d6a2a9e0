package dev.deed.sql.parse;

import dev.deed.sql.Identifier;
import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.script.CommandTag;
import java.util.List;
import java.util.Map;

/// `CREATE` and `ALTER SUBSCRIPTION`.
final class SubscriptionStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final DefinitionOptions options;

  SubscriptionStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.options = new DefinitionOptions(parsing);
  }

  /// Runs alone if it creates a replication slot, which is the default.
  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.SUBSCRIPTION);
    var subscription = subscription();
    var definition = new Definition().add(source());
    cursor.expect(Keyword.PUBLICATION);
    definition.add("publication " + publications());
    Map<String, String> with = cursor.accept(Keyword.WITH) ? options.expect() : Map.of();
    definition.addOptions("with", with);
    parsing.add(
        new Creates(
            subscription, false, false, definition.text(), List.of(), cursor.spanFrom(first)));
    var noSlot =
        DefinitionOptions.isOff(with, "create_slot") || DefinitionOptions.isOff(with, "connect");
    return new Parsed(CommandTag.CREATE_SUBSCRIPTION, !noSlot);
  }

  private ObjectName subscription() {
    return ObjectName.of(ObjectKind.SUBSCRIPTION, cursor.name("a subscription name"));
  }

  /// `CONNECTION '...'` or `SERVER name` (PostgreSQL 19), without its password.
  private String source() {
    if (cursor.accept(Keyword.SERVER)) {
      parsing.newer(19, "SERVER of a subscription", cursor.position() - 1);
      return "server " + Identifier.quoted(cursor.name("a server name"));
    }
    cursor.expect(Keyword.CONNECTION);
    var connection = cursor.string("a connection string in quotes");
    return "connection " + Literal.quoted(PasswordMask.hiddenIn(connection));
  }

  private String publications() {
    return Definition.names(cursor.names("a publication name"));
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.SUBSCRIPTION);
    var nameAt = cursor.position();
    var subscription = subscription();
    if (changes.acceptRenameOrOwner(subscription, nameAt)) {
      return Parsed.of(CommandTag.ALTER_SUBSCRIPTION);
    }
    var change = new Definition();
    var alone = change(change);
    parsing.add(new Alters(subscription, change.text(), List.of(), cursor.spanFrom(first)));
    return new Parsed(CommandTag.ALTER_SUBSCRIPTION, alone);
  }

  /// Returns whether it has to run alone.
  private boolean change(Definition change) {
    var keyword = cursor.keyword();
    return switch (keyword) {
      case CONNECTION, SERVER -> {
        change.add(source());
        yield false;
      }
      case ENABLE, DISABLE -> {
        change.add(cursor.takeName());
        yield false;
      }
      case REFRESH -> refresh(change);
      case ADD, DROP -> list(change, cursor.takeName());
      case SET -> set(change);
      case null, default -> {
        skip(change);
        yield false;
      }
    };
  }

  private boolean refresh(Definition change) {
    change.add(cursor.takeName());
    if (cursor.accept(Keyword.SEQUENCES)) {
      change.add("sequences");
      return true;
    }
    cursor.expect(Keyword.PUBLICATION);
    change.add("publication");
    with(change);
    return true;
  }

  /// Refreshes immediately, which cannot be rolled back, unless an option turns it off.
  private boolean list(Definition change, String verb) {
    cursor.expect(Keyword.PUBLICATION);
    change.add(verb + " publication " + publications());
    return !DefinitionOptions.isOff(with(change), "refresh");
  }

  private Map<String, String> with(Definition change) {
    Map<String, String> with = cursor.accept(Keyword.WITH) ? options.expect() : Map.of();
    change.addOptions("with", with);
    return with;
  }

  private boolean set(Definition change) {
    var verb = cursor.takeName();
    if (cursor.at(Keyword.PUBLICATION)) {
      return list(change, verb);
    }
    var set = options.expect();
    change.addOptions(verb, set);
    // Both are properties of the replication slot on the other server.
    return set.containsKey("failover") || set.containsKey("two_phase");
  }

  private void skip(Definition change) {
    if (cursor.at(Keyword.SKIP)) {
      parsing.newer(15, "SKIP of ALTER SUBSCRIPTION", cursor.position());
    }
    if (!cursor.accept(Keyword.SKIP)) {
      throw cursor.unexpected(
          "CONNECTION, SET, ADD, DROP, REFRESH, ENABLE, DISABLE, SKIP, RENAME TO or OWNER TO");
    }
    change.addOptions("skip", options.expect());
  }
}
