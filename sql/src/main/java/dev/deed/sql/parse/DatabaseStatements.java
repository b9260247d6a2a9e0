package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Databases, tablespaces, `ALTER SYSTEM`.
final class DatabaseStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final Settings settings;
  private final Options options;

  DatabaseStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.settings = new Settings(parsing);
    this.options = new Options(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE);
    if (cursor.accept(Keyword.TABLESPACE)) {
      return createTablespace(first);
    }
    cursor.expect(Keyword.DATABASE);
    var database = ObjectName.of(ObjectKind.DATABASE, cursor.name("a database name"));
    cursor.accept(Keyword.WITH);
    var options = databaseOptions();
    options.forEach((option, value) -> newer(option, value, first));
    var definition = text(options);
    create(database, definition, first);
    return Parsed.alone(CommandTag.CREATE_DATABASE);
  }

  private void create(ObjectName object, String definition, int first) {
    parsing.add(new Creates(object, false, false, definition, List.of(), cursor.spanFrom(first)));
  }

  private static String text(Map<String, String> options) {
    return String.join(
        " ", options.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList());
  }

  /// `OWNER = a ENCODING 'UTF8' CONNECTION LIMIT 5`
  private Map<String, String> databaseOptions() {
    var found = new TreeMap<String, String>();
    while (atDatabaseOption()) {
      var name = cursor.takeName();
      if (name.equals("connection")) {
        cursor.expect(Keyword.LIMIT);
        name = "connection limit";
      }
      cursor.accept(Sign.EQUAL);
      found.put(name, databaseValue());
    }
    return found;
  }

  private void newer(String option, String value, int first) {
    var since =
        switch (option) {
          case "strategy", "locale_provider", "icu_locale", "collation_version", "oid" ->
              value.equals("'builtin'") ? 17 : 15;
          case "icu_rules" -> 16;
          case "builtin_locale" -> 17;
          default -> 0;
        };
    if (since > 0) {
      parsing.newer(since, "the option " + option + " of CREATE DATABASE", first);
    }
  }

  private boolean atDatabaseOption() {
    return cursor.atAny(
            Keyword.CONNECTION,
            Keyword.ENCODING,
            Keyword.LOCATION,
            Keyword.OWNER,
            Keyword.TABLESPACE,
            Keyword.TEMPLATE)
        || (cursor.at(Sign.WORD) && cursor.keyword() == null)
        || cursor.at(Sign.QUOTED);
  }

  private String databaseValue() {
    if (cursor.atAny(Keyword.TRUE, Keyword.FALSE, Keyword.ON, Keyword.DEFAULT)) {
      return cursor.takeName();
    }
    return cursor.at(Sign.STRING) || cursor.atLabel()
        ? Literal.quoted(settings.wordOrString("a value"))
        : cursor.signedNumber("a value");
  }

  /// `CREATE TABLESPACE name [OWNER role] LOCATION 'directory' [WITH ( ... )]`
  private Parsed createTablespace(int first) {
    var tablespace = tablespace();
    var definition = new Definition();
    if (cursor.accept(Keyword.OWNER)) {
      definition.add("owner " + Definition.names(List.of(changes.role())));
    }
    cursor.expect(Keyword.LOCATION);
    definition.add("location " + Literal.quoted(cursor.string("a directory in quotes")));
    definition.addOptions("with", options.acceptWith());
    create(tablespace, definition.text(), first);
    return Parsed.alone(CommandTag.CREATE_TABLESPACE);
  }

  private ObjectName tablespace() {
    return ObjectName.of(ObjectKind.TABLESPACE, cursor.name("a tablespace name"));
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER);
    if (cursor.accept(Keyword.SYSTEM)) {
      return alterSystem(first);
    }
    return cursor.accept(Keyword.TABLESPACE) ? alterTablespace(first) : alterDatabase(first);
  }

  /// A setting of the whole server: the effect is on the parameter.
  private Parsed alterSystem(int first) {
    var change = cursor.position();
    if (cursor.accept(Keyword.SET)) {
      changeParameter(settings.assigned(), change, first);
    } else if (cursor.accept(Keyword.RESET)) {
      changeParameter(settings.reset(), change, first);
    } else {
      throw cursor.unexpected("SET or RESET");
    }
    return Parsed.alone(CommandTag.ALTER_SYSTEM);
  }

  private void changeParameter(Settings.Setting setting, int change, int first) {
    var parameter = ObjectName.of(ObjectKind.PARAMETER, setting.parameter());
    settings.preset(setting, change);
    alter(parameter, change, first);
  }

  private void alter(ObjectName object, int change, int first) {
    parsing.add(
        new Alters(
            object,
            PasswordMask.hiddenIn(cursor.canonicalFrom(change)),
            List.of(),
            cursor.spanFrom(first)));
  }

  private Parsed alterTablespace(int first) {
    var nameAt = cursor.position();
    var tablespace = tablespace();
    var change = cursor.position();
    if (!changes.acceptRenameOrOwner(tablespace, nameAt)) {
      if (!cursor.accept(Keyword.SET) && !cursor.accept(Keyword.RESET)) {
        throw cursor.unexpected("SET, RESET, RENAME TO or OWNER TO");
      }
      options.storage();
      alter(tablespace, change, first);
    }
    return Parsed.of(CommandTag.ALTER_TABLESPACE);
  }

  private Parsed alterDatabase(int first) {
    cursor.expect(Keyword.DATABASE);
    var nameAt = cursor.position();
    var database = ObjectName.of(ObjectKind.DATABASE, cursor.name("a database name"));
    var change = cursor.position();
    if (changes.acceptRenameOrOwner(database, nameAt)) {
      return Parsed.of(CommandTag.ALTER_DATABASE);
    }
    if (cursor.accept(Keyword.SET, Keyword.TABLESPACE)) {
      cursor.name("a tablespace name");
      alter(database, change, first);
      return Parsed.alone(CommandTag.ALTER_DATABASE);
    }
    changeDatabase();
    alter(database, change, first);
    return Parsed.of(CommandTag.ALTER_DATABASE);
  }

  private void changeDatabase() {
    if (cursor.accept(Keyword.REFRESH)) {
      cursor.expect(Keyword.COLLATION, Keyword.VERSION);
      parsing.newer(15, "REFRESH COLLATION VERSION of a database", cursor.position() - 3);
    } else if (cursor.atAny(Keyword.SET, Keyword.RESET)) {
      settings.preset(cursor.position());
    } else {
      cursor.accept(Keyword.WITH);
      databaseOptions();
    }
  }
}
