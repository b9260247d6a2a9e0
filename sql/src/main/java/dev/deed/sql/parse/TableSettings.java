package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ACCESS;
import static dev.deed.sql.Keyword.ALL;
import static dev.deed.sql.Keyword.ALWAYS;
import static dev.deed.sql.Keyword.CLUSTER;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.DISABLE;
import static dev.deed.sql.Keyword.ENABLE;
import static dev.deed.sql.Keyword.FORCE;
import static dev.deed.sql.Keyword.FULL;
import static dev.deed.sql.Keyword.IDENTITY;
import static dev.deed.sql.Keyword.INDEX;
import static dev.deed.sql.Keyword.LEVEL;
import static dev.deed.sql.Keyword.LOGGED;
import static dev.deed.sql.Keyword.METHOD;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.NOTHING;
import static dev.deed.sql.Keyword.OF;
import static dev.deed.sql.Keyword.OIDS;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.OPTIONS;
import static dev.deed.sql.Keyword.REPLICA;
import static dev.deed.sql.Keyword.RESET;
import static dev.deed.sql.Keyword.ROW;
import static dev.deed.sql.Keyword.RULE;
import static dev.deed.sql.Keyword.SECURITY;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TABLESPACE;
import static dev.deed.sql.Keyword.TRIGGER;
import static dev.deed.sql.Keyword.UNLOGGED;
import static dev.deed.sql.Keyword.USER;
import static dev.deed.sql.Keyword.USING;
import static dev.deed.sql.Keyword.WITHOUT;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.AlterTarget;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.TableChange;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.Map;

/// Actions of `ALTER TABLE` on storage and protection of a table rather than on its columns and
/// constraints.
final class TableSettings {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Options options;

  TableSettings(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
  }

  void read(AlterTarget target) {
    var first = cursor.position();
    if (cursor.at(OPTIONS)) {
      var value = options.foreignChanges();
      add(target, TableChange.FOREIGN_OPTIONS, value, first);
    } else if (cursor.accept(SET)) {
      set(target, first);
    } else if (cursor.accept(RESET)) {
      options(target, TableChange.RESET_OPTIONS, first);
    } else if (cursor.accept(ENABLE)) {
      enable(target, first);
    } else if (cursor.accept(DISABLE)) {
      disable(target, first);
    } else {
      others(target, first);
    }
  }

  private void set(AlterTarget target, int first) {
    if (target.object().kind() == ObjectKind.SEQUENCE && cursor.atAny(LOGGED, UNLOGGED)) {
      parsing.newer(15, "SET LOGGED and UNLOGGED of a sequence", first);
    }
    if (cursor.at(Sign.OPEN)) {
      options(target, TableChange.SET_OPTIONS, first);
    } else if (cursor.accept(LOGGED)) {
      add(target, TableChange.SET_LOGGED, "", first);
    } else if (cursor.accept(UNLOGGED)) {
      add(target, TableChange.SET_UNLOGGED, "", first);
    } else if (cursor.accept(TABLESPACE)) {
      add(target, TableChange.SET_TABLESPACE, name("a tablespace name"), first);
    } else if (cursor.accept(ACCESS, METHOD)) {
      var isDefault = cursor.at(DEFAULT);
      parsing.newer(
          isDefault ? 17 : 15,
          isDefault ? "SET ACCESS METHOD DEFAULT" : "SET ACCESS METHOD",
          cursor.position() - 2);
      add(target, TableChange.SET_ACCESS_METHOD, nameOrDefault(), first);
    } else if (cursor.accept(WITHOUT, CLUSTER)) {
      add(target, TableChange.WITHOUT_CLUSTER, "", first);
    } else if (cursor.accept(WITHOUT, OIDS)) {
      add(target, TableChange.WITHOUT_OIDS, "", first);
    } else {
      throw cursor.unexpected("what to set: SCHEMA, TABLESPACE, LOGGED, parameters in parentheses");
    }
  }

  private void enable(AlterTarget target, int first) {
    if (acceptRowSecurity()) {
      add(target, TableChange.ENABLE_ROW_SECURITY, "", first);
      return;
    }
    var mode = cursor.atAny(ALWAYS, REPLICA) ? cursor.takeName() + " " : "";
    if (cursor.accept(RULE)) {
      add(target, TableChange.ENABLE_RULE, mode + name("a rule name"), first);
    } else if (cursor.accept(TRIGGER)) {
      var name = mode.isEmpty() ? trigger() : name("a trigger name");
      add(target, TableChange.ENABLE_TRIGGER, mode + name, first);
    } else {
      throw cursor.unexpected("TRIGGER, RULE or ROW LEVEL SECURITY");
    }
  }

  private void disable(AlterTarget target, int first) {
    if (acceptRowSecurity()) {
      add(target, TableChange.DISABLE_ROW_SECURITY, "", first);
    } else if (cursor.accept(RULE)) {
      add(target, TableChange.DISABLE_RULE, name("a rule name"), first);
    } else if (cursor.accept(TRIGGER)) {
      add(target, TableChange.DISABLE_TRIGGER, trigger(), first);
    } else {
      throw cursor.unexpected("TRIGGER, RULE or ROW LEVEL SECURITY");
    }
  }

  private void others(AlterTarget target, int first) {
    if (cursor.accept(CLUSTER, ON)) {
      add(target, TableChange.CLUSTER_ON, name("an index name"), first);
    } else if (cursor.accept(REPLICA, IDENTITY)) {
      add(target, TableChange.REPLICA_IDENTITY, replicaIdentity(), first);
    } else if (cursor.accept(FORCE)) {
      rowSecurity();
      add(target, TableChange.FORCE_ROW_SECURITY, "", first);
    } else if (cursor.accept(NO, FORCE)) {
      rowSecurity();
      add(target, TableChange.NO_FORCE_ROW_SECURITY, "", first);
    } else if (cursor.accept(OF)) {
      add(target, TableChange.OF_TYPE, cursor.qualifiedName("a type name").quoted(), first);
    } else if (cursor.accept(NOT, OF)) {
      add(target, TableChange.NOT_OF, "", first);
    } else {
      throw cursor.unexpected(
          "what to change: ADD, DROP, ALTER, SET, RENAME, OWNER TO or the like");
    }
  }

  private boolean acceptRowSecurity() {
    if (!cursor.at(ROW)) {
      return false;
    }
    rowSecurity();
    return true;
  }

  private void rowSecurity() {
    cursor.expect(ROW);
    cursor.expect(LEVEL, SECURITY);
  }

  private String replicaIdentity() {
    var first = cursor.position();
    if (cursor.accept(USING)) {
      cursor.expect(INDEX);
      name("an index name");
    } else if (!cursor.accept(NOTHING) && !cursor.accept(FULL) && !cursor.accept(DEFAULT)) {
      throw cursor.unexpected("DEFAULT, FULL, NOTHING or USING INDEX");
    }
    return cursor.canonicalFrom(first);
  }

  /// A trigger's name, `ALL` or `USER`.
  private String trigger() {
    return cursor.atAny(ALL, USER) ? cursor.takeName() : name("a trigger name, ALL or USER");
  }

  private String nameOrDefault() {
    return cursor.at(DEFAULT) ? cursor.takeName() : name("an access method");
  }

  private String name(String what) {
    return Identifier.quoted(cursor.name(what));
  }

  private void options(AlterTarget target, TableChange change, int first) {
    var storage = options.storage();
    parsing.add(new TableEffect.AltersTable(target, change, "", storage, cursor.spanFrom(first)));
  }

  private void add(AlterTarget target, TableChange change, String value, int first) {
    parsing.add(
        new TableEffect.AltersTable(target, change, value, Map.of(), cursor.spanFrom(first)));
  }
}
