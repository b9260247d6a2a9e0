package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.DiscardsTemporary;
import dev.deed.sql.effect.SessionEffect.SetsConstraints;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// Transactions and settings, `LISTEN` and the like.
final class SessionStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Settings settings;
  private final TransactionStatements transactions;
  private final UtilityOptions options;

  SessionStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.settings = new Settings(parsing);
    this.transactions = new TransactionStatements(parsing);
    this.options = new UtilityOptions(cursor);
  }

  boolean atPrepareTransaction() {
    return transactions.atPrepareTransaction();
  }

  Parsed transaction() {
    return transactions.transaction();
  }

  Parsed setting() {
    var first = cursor.position();
    var keyword = cursor.keyword();
    cursor.advance();
    return switch (keyword) {
      case SET -> set(first);
      case RESET -> reset(first);
      case SHOW -> show();
      case DISCARD -> discard(first);
      case null, default -> throw cursor.unexpected("SET, RESET, SHOW or DISCARD");
    };
  }

  private Parsed set(int first) {
    if (cursor.at(Keyword.CONSTRAINTS) && !assigned(1)) {
      return setConstraints(first);
    }
    var local = acceptScope();
    var setting = settings.set();
    var span = cursor.spanFrom(first);
    if (setting.parameter().equals(Settings.TRANSACTION)) {
      parsing.add(new ControlsTransaction(Transaction.CHARACTERISTICS, null, span));
    } else if (!setting.fromCurrent()) {
      parsing.add(new SetsParameter(setting.parameter(), setting.values(), local, span));
    }
    return Parsed.of(CommandTag.SET);
  }

  /// `SESSION | LOCAL`, unless it is the parameter's own name; true for `LOCAL`.
  private boolean acceptScope() {
    if (assigned(1)) {
      return false;
    }
    var special =
        cursor.keywordAfter(1) == Keyword.AUTHORIZATION
            || (cursor.keywordAfter(1) == Keyword.CHARACTERISTICS && !assigned(2));
    if (!special && cursor.accept(Keyword.SESSION)) {
      return false;
    }
    return cursor.accept(Keyword.LOCAL);
  }

  private boolean assigned(int distance) {
    var sign = cursor.signAfter(distance);
    return sign == Sign.EQUAL
        || sign == Sign.DOT
        || cursor.keywordAfter(distance) == Keyword.TO
        || cursor.keywordAfter(distance) == Keyword.FROM;
  }

  private Parsed setConstraints(int first) {
    cursor.advance();
    List<QualifiedName> constraints =
        cursor.accept(Keyword.ALL) ? List.of() : cursor.qualifiedNames("a constraint name or ALL");
    var deferred = cursor.accept(Keyword.DEFERRED);
    if (!deferred && !cursor.accept(Keyword.IMMEDIATE)) {
      throw cursor.unexpected("DEFERRED or IMMEDIATE");
    }
    parsing.add(new SetsConstraints(constraints, deferred, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.SET_CONSTRAINTS);
  }

  private Parsed reset(int first) {
    var setting = settings.reset();
    parsing.add(new SetsParameter(setting.parameter(), null, false, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.RESET);
  }

  private Parsed show() {
    if (!cursor.accept(Keyword.ALL)) {
      settings.shown();
    }
    return Parsed.of(CommandTag.SHOW);
  }

  private Parsed discard(int first) {
    if (cursor.accept(Keyword.ALL)) {
      var span = cursor.spanFrom(first);
      parsing.add(new SetsParameter("all", null, false, span));
      parsing.add(new SetsParameter(Settings.SESSION_AUTHORIZATION, null, false, span));
      parsing.add(new DiscardsTemporary(span));
      return Parsed.alone(CommandTag.DISCARD_ALL);
    }
    if (cursor.accept(Keyword.PLANS)) {
      return Parsed.of(CommandTag.DISCARD_PLANS);
    }
    if (cursor.accept(Keyword.SEQUENCES)) {
      return Parsed.of(CommandTag.DISCARD_SEQUENCES);
    }
    if (cursor.accept(Keyword.TEMP) || cursor.accept(Keyword.TEMPORARY)) {
      parsing.add(new DiscardsTemporary(cursor.spanFrom(first)));
      return Parsed.of(CommandTag.DISCARD_TEMP);
    }
    throw cursor.unexpected("ALL, PLANS, SEQUENCES or TEMP");
  }

  Parsed other() {
    var keyword = cursor.keyword();
    cursor.advance();
    return switch (keyword) {
      case LISTEN -> listen();
      case UNLISTEN -> unlisten();
      case NOTIFY -> notifyChannel();
      case LOAD -> load();
      case CHECKPOINT -> checkpoint();
      case WAIT -> waitFor();
      case null, default -> throw cursor.unexpected("a statement");
    };
  }

  private Parsed listen() {
    cursor.name("a channel");
    return Parsed.of(CommandTag.LISTEN);
  }

  private Parsed unlisten() {
    if (!cursor.accept(Sign.STAR)) {
      cursor.name("a channel or \"*\"");
    }
    return Parsed.of(CommandTag.UNLISTEN);
  }

  private Parsed notifyChannel() {
    cursor.name("a channel");
    if (cursor.accept(Sign.COMMA)) {
      cursor.string("a payload in quotes");
    }
    return Parsed.of(CommandTag.NOTIFY);
  }

  private Parsed load() {
    cursor.string("a library file in quotes");
    return Parsed.of(CommandTag.LOAD);
  }

  private Parsed checkpoint() {
    if (!options.accept().isEmpty()) {
      parsing.newer(19, "an option of CHECKPOINT", cursor.position() - 1);
    }
    return Parsed.of(CommandTag.CHECKPOINT);
  }

  /// `WAIT FOR LSN '0/3000' [ WITH ( option, ... ) ]`
  private Parsed waitFor() {
    parsing.newer(19, "WAIT FOR", cursor.position() - 1);
    cursor.expect(Keyword.FOR, Keyword.LSN);
    cursor.string("a log sequence number in quotes");
    if (cursor.accept(Keyword.WITH)) {
      options.expect();
    }
    return Parsed.of(CommandTag.WAIT);
  }
}
