package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import org.jspecify.annotations.Nullable;

/// `BEGIN`, `COMMIT`, savepoints and two-phase commit.
final class TransactionStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final TransactionModes modes;

  /// That the statement being read names.
  private @Nullable String savepoint;

  TransactionStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.modes = new TransactionModes(cursor);
  }

  /// Starts at `PREPARE`: true if it prepares a transaction rather than a statement.
  boolean atPrepareTransaction() {
    return cursor.at(Keyword.PREPARE, Keyword.TRANSACTION) && cursor.signAfter(2) == Sign.STRING;
  }

  Parsed transaction() {
    var first = cursor.position();
    var keyword = cursor.keyword();
    cursor.advance();
    savepoint = null;
    var command =
        switch (keyword) {
          case BEGIN -> begin();
          case START -> start();
          case COMMIT -> commit();
          case END -> end(Transaction.COMMIT);
          case ROLLBACK -> rollback();
          case ABORT -> end(Transaction.ROLLBACK);
          case SAVEPOINT -> savepoint();
          case RELEASE -> release();
          case PREPARE -> prepare();
          case null, default -> throw cursor.unexpected("a transaction command");
        };
    parsing.add(new ControlsTransaction(command, savepoint, cursor.spanFrom(first)));
    return parsed(command, keyword);
  }

  private static Parsed parsed(Transaction command, Keyword keyword) {
    return switch (command) {
      case BEGIN ->
          Parsed.of(keyword == Keyword.START ? CommandTag.START_TRANSACTION : CommandTag.BEGIN);
      case COMMIT -> Parsed.of(CommandTag.COMMIT);
      case ROLLBACK, ROLLBACK_TO -> Parsed.of(CommandTag.ROLLBACK);
      case SAVEPOINT -> Parsed.of(CommandTag.SAVEPOINT);
      case RELEASE -> Parsed.of(CommandTag.RELEASE);
      case PREPARE -> Parsed.of(CommandTag.PREPARE_TRANSACTION);
      case COMMIT_PREPARED -> Parsed.alone(CommandTag.COMMIT_PREPARED);
      case ROLLBACK_PREPARED -> Parsed.alone(CommandTag.ROLLBACK_PREPARED);
      case CHARACTERISTICS -> Parsed.of(CommandTag.SET);
    };
  }

  private Transaction begin() {
    acceptWork();
    modes.accept();
    return Transaction.BEGIN;
  }

  private Transaction start() {
    cursor.expect(Keyword.TRANSACTION);
    modes.accept();
    return Transaction.BEGIN;
  }

  private Transaction commit() {
    if (cursor.accept(Keyword.PREPARED)) {
      cursor.string("a transaction identifier in quotes");
      return Transaction.COMMIT_PREPARED;
    }
    return end(Transaction.COMMIT);
  }

  private Transaction rollback() {
    if (cursor.accept(Keyword.PREPARED)) {
      cursor.string("a transaction identifier in quotes");
      return Transaction.ROLLBACK_PREPARED;
    }
    acceptWork();
    if (!cursor.accept(Keyword.TO)) {
      acceptChain();
      return Transaction.ROLLBACK;
    }
    return named(Transaction.ROLLBACK_TO);
  }

  private Transaction end(Transaction command) {
    acceptWork();
    acceptChain();
    return command;
  }

  private Transaction savepoint() {
    savepoint = cursor.name("a savepoint name");
    return Transaction.SAVEPOINT;
  }

  private Transaction release() {
    return named(Transaction.RELEASE);
  }

  /// `[SAVEPOINT] name`, where a savepoint may itself be named "savepoint".
  private Transaction named(Transaction command) {
    var isCalledSo = cursor.accept(Keyword.SAVEPOINT) && cursor.atEnd();
    savepoint = isCalledSo ? "savepoint" : cursor.name("a savepoint name");
    return command;
  }

  private Transaction prepare() {
    cursor.expect(Keyword.TRANSACTION);
    cursor.string("a transaction identifier in quotes");
    return Transaction.PREPARE;
  }

  private void acceptWork() {
    if (!cursor.accept(Keyword.WORK)) {
      cursor.accept(Keyword.TRANSACTION);
    }
  }

  private void acceptChain() {
    if (cursor.accept(Keyword.AND)) {
      cursor.accept(Keyword.NO);
      cursor.expect(Keyword.CHAIN);
    }
  }
}
