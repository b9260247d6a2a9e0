package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.SessionEffect.PresetsParameter;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The parameter and value after `SET` and `RESET`, in every syntax. `ALTER ROLE`, `ALTER DATABASE`
/// and functions use the same syntax as `SET` itself.
final class Settings {

  /// Pseudo parameter of `SET TRANSACTION` and `SET SESSION CHARACTERISTICS`.
  static final String TRANSACTION = "transaction";

  static final String SESSION_AUTHORIZATION = "session authorization";

  /// @param parameter lower case
  /// @param values decoded; null for `DEFAULT` and `RESET`
  /// @param fromCurrent takes the session's current value
  record Setting(String parameter, @Nullable List<String> values, boolean fromCurrent) {
    Setting {
      values = values == null ? null : List.copyOf(values);
    }

    static Setting of(String parameter, String value) {
      return new Setting(parameter, List.of(value), false);
    }

    static Setting unset(String parameter) {
      return new Setting(parameter, null, false);
    }
  }

  private final ParserState parsing;
  private final Cursor cursor;
  private final TransactionModes modes;

  Settings(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.modes = new TransactionModes(cursor);
  }

  /// Reads what follows `SET [SESSION | LOCAL]`.
  Setting set() {
    return setsByName() ? named() : special();
  }

  private Setting named() {
    var parameter = parameter();
    if (cursor.accept(Keyword.FROM)) {
      cursor.expect(Keyword.CURRENT);
      return new Setting(parameter, List.of(), true);
    }
    return assigned(parameter);
  }

  /// Reads what follows `SET` where only `name { TO | = } value` is allowed.
  Setting assigned() {
    return assigned(parameter());
  }

  private Setting assigned(String parameter) {
    if (!cursor.accept(Keyword.TO) && !cursor.accept(Sign.EQUAL)) {
      throw cursor.unexpected("TO or \"=\" and a value");
    }
    if (cursor.accept(Keyword.DEFAULT)) {
      return Setting.unset(parameter);
    }
    // An empty list (PostgreSQL 19).
    return new Setting(parameter, cursor.accept(Keyword.NULL) ? List.of() : values(), false);
  }

  /// Reads what follows `RESET`.
  Setting reset() {
    if (cursor.accept(Keyword.ALL)) {
      return Setting.unset("all");
    }
    return Setting.unset(shown());
  }

  /// The parameter in `SHOW` and `RESET`.
  String shown() {
    if (cursor.accept(Keyword.TIME, Keyword.ZONE)) {
      return "timezone";
    }
    if (cursor.accept(Keyword.TRANSACTION, Keyword.ISOLATION)) {
      cursor.expect(Keyword.LEVEL);
      return "transaction_isolation";
    }
    if (cursor.accept(Keyword.SESSION, Keyword.AUTHORIZATION)) {
      return SESSION_AUTHORIZATION;
    }
    return parameter();
  }

  /// `SET ...` or `RESET ...`, starting at that word, as in `ALTER ROLE` and `ALTER DATABASE`.
  Setting change() {
    if (cursor.accept(Keyword.SET)) {
      return set();
    } else if (cursor.accept(Keyword.RESET)) {
      return reset();
    }
    throw cursor.unexpected("SET or RESET");
  }

  /// `SET ...` or `RESET ...` of later sessions.
  ///
  /// @param first the first token of the change
  void preset(int first) {
    preset(change(), first);
  }

  void preset(Setting setting, int first) {
    if (!setting.fromCurrent()) {
      parsing.add(
          new PresetsParameter(
              setting.parameter(), withoutPasswords(setting.values()), cursor.spanFrom(first)));
    }
  }

  /// Connection strings are settings, too: `primary_conninfo`.
  private static @Nullable List<String> withoutPasswords(@Nullable List<String> values) {
    return values == null ? null : values.stream().map(PasswordMask::hiddenIn).toList();
  }

  /// Every special form begins with a word that could also be the name of a parameter.
  private boolean setsByName() {
    var next = cursor.signAfter(1);
    var keyword = cursor.keywordAfter(1);
    return next == Sign.EQUAL
        || next == Sign.DOT
        || keyword == Keyword.TO
        || keyword == Keyword.FROM
        || !cursor.atAny(
            Keyword.TRANSACTION,
            Keyword.SESSION,
            Keyword.TIME,
            Keyword.CATALOG,
            Keyword.SCHEMA,
            Keyword.NAMES,
            Keyword.ROLE,
            Keyword.XML);
  }

  private Setting special() {
    var keyword = cursor.keyword();
    cursor.advance();
    return switch (keyword) {
      case TRANSACTION -> transaction();
      case SESSION -> session();
      case TIME -> timeZone();
      case CATALOG -> throw cursor.error("current database cannot be changed");
      case SCHEMA -> Setting.of("search_path", cursor.string("a schema name in quotes"));
      case NAMES -> names();
      case ROLE -> Setting.of("role", wordOrString("a role name"));
      case XML -> xmlOption();
      case null, default -> throw cursor.unexpected("a parameter");
    };
  }

  private Setting transaction() {
    var first = cursor.position();
    if (cursor.accept(Keyword.SNAPSHOT)) {
      cursor.string("a snapshot name in quotes");
    } else {
      modes.expect();
    }
    return Setting.of(TRANSACTION, cursor.canonicalFrom(first));
  }

  private Setting session() {
    if (cursor.accept(Keyword.CHARACTERISTICS)) {
      cursor.expect(Keyword.AS, Keyword.TRANSACTION);
      var first = cursor.position();
      modes.expect();
      return Setting.of(TRANSACTION, cursor.canonicalFrom(first));
    }
    if (!cursor.accept(Keyword.AUTHORIZATION)) {
      throw cursor.unexpected("a parameter");
    }
    return cursor.accept(Keyword.DEFAULT)
        ? Setting.unset(SESSION_AUTHORIZATION)
        : Setting.of(SESSION_AUTHORIZATION, wordOrString("a role name"));
  }

  private Setting timeZone() {
    cursor.expect(Keyword.ZONE);
    if (cursor.accept(Keyword.DEFAULT) || cursor.accept(Keyword.LOCAL)) {
      return Setting.unset("timezone");
    }
    if (cursor.at(Keyword.INTERVAL)) {
      return Setting.of("timezone", interval());
    }
    if (cursor.at(Sign.STRING)) {
      return Setting.of("timezone", cursor.string("a time zone"));
    }
    if (cursor.at(Sign.QUOTED) || (cursor.at(Sign.WORD) && cursor.keyword() == null)) {
      return Setting.of("timezone", cursor.takeName());
    }
    return Setting.of("timezone", cursor.signedNumber("a time zone"));
  }

  /// `INTERVAL '-08:00' HOUR TO MINUTE`, `INTERVAL(3) '1'`
  private String interval() {
    var first = cursor.position();
    cursor.advance();
    if (cursor.accept(Sign.OPEN)) {
      integer();
      cursor.close();
      cursor.string("an interval in quotes");
      return cursor.canonicalFrom(first);
    }
    cursor.string("an interval in quotes");
    if (cursor.accept(Keyword.HOUR)) {
      if (cursor.accept(Keyword.TO)) {
        cursor.expect(Keyword.MINUTE);
      }
    }
    return cursor.canonicalFrom(first);
  }

  private void integer() {
    if (!cursor.accept(Sign.INTEGER)) {
      throw cursor.unexpected("a whole number");
    }
  }

  private Setting names() {
    if (cursor.at(Sign.STRING)) {
      return Setting.of("client_encoding", cursor.string("an encoding"));
    }
    cursor.accept(Keyword.DEFAULT);
    return Setting.unset("client_encoding");
  }

  private Setting xmlOption() {
    cursor.expect(Keyword.OPTION);
    if (!cursor.atAny(Keyword.DOCUMENT, Keyword.CONTENT)) {
      throw cursor.unexpected("DOCUMENT or CONTENT");
    }
    return Setting.of("xmloption", cursor.takeName());
  }

  /// `name { . name }`, in lower case
  String parameter() {
    var name = new StringBuilder(cursor.name("a parameter"));
    while (cursor.accept(Sign.DOT)) {
      name.append('.').append(cursor.name("a parameter"));
    }
    return canonical(name.toString());
  }

  static String canonical(String name) {
    var parameter = name.toLowerCase(Locale.ROOT);
    return parameter.equals("session_authorization") ? SESSION_AUTHORIZATION : parameter;
  }

  /// `value, value, ...`
  List<String> values() {
    var values = new ArrayList<String>();
    do {
      values.add(value());
    } while (cursor.accept(Sign.COMMA));
    return values;
  }

  private String value() {
    if (cursor.atAny(Keyword.TRUE, Keyword.FALSE, Keyword.ON)) {
      return cursor.takeName();
    }
    return cursor.at(Sign.STRING) || cursor.atLabel()
        ? wordOrString("a value")
        : cursor.signedNumber("a value");
  }

  /// An unreserved word, folded, or a string.
  String wordOrString(String what) {
    return cursor.at(Sign.STRING) ? cursor.string(what) : cursor.nonReservedName(what);
  }
}
