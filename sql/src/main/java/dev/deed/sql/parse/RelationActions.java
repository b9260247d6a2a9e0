package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ADD;
import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.COLUMN;
import static dev.deed.sql.Keyword.CONSTRAINT;
import static dev.deed.sql.Keyword.DEPENDS;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.INHERIT;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.OWNER;
import static dev.deed.sql.Keyword.RENAME;
import static dev.deed.sql.Keyword.SCHEMA;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.VALIDATE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AlterTarget;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.ConstraintChange;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;

/// The actions after `ALTER TABLE name` and similar, one effect each, in order. PostgreSQL parses
/// the same actions for every kind of relation and later checks what the kind supports.
final class RelationActions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final Constraints constraints;
  private final ColumnDefinitions columns;
  private final ColumnActions columnActions;
  private final TableSettings settings;

  RelationActions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.constraints = new Constraints(parsing);
    this.columns = new ColumnDefinitions(parsing, constraints);
    this.columnActions = new ColumnActions(parsing, constraints);
    this.settings = new TableSettings(parsing);
  }

  void read(AlterTarget target) {
    if (acceptWhatStandsAlone(target)) {
      return;
    }
    do {
      action(target);
    } while (cursor.accept(Sign.COMMA));
  }

  /// Renaming, moving to a schema, depending on an extension: these cannot be in a list of actions.
  private boolean acceptWhatStandsAlone(AlterTarget target) {
    var first = cursor.position();
    if (cursor.at(RENAME)) {
      rename(target, first);
      return true;
    }
    var inSchema = target.object().kind() != ObjectKind.INDEX;
    var ofExtension =
        !target.ifExists()
            && (target.object().kind() == ObjectKind.INDEX
                || target.object().kind() == ObjectKind.MATERIALIZED_VIEW);
    var alone =
        (inSchema && cursor.at(SET, SCHEMA))
            || (ofExtension && (cursor.at(DEPENDS) || cursor.at(NO, DEPENDS)));
    return alone && changes.accept(target.object(), target.ifExists(), target.span());
  }

  private void rename(AlterTarget target, int first) {
    if (cursor.keywordAfter(1) == TO) {
      changes.accept(target.object(), target.ifExists(), target.span());
      return;
    }
    cursor.expect(RENAME);
    if (!hasColumns(target.object().kind())) {
      throw cursor.unexpected("TO");
    }
    var table = target.object().kind() == ObjectKind.TABLE;
    var kind = table && cursor.accept(CONSTRAINT) ? ObjectKind.CONSTRAINT : ObjectKind.COLUMN;
    if (kind == ObjectKind.COLUMN) {
      cursor.accept(COLUMN);
    }
    var name = cursor.name("a " + kind.words() + "'s name");
    cursor.expect(TO);
    var newName = cursor.name("the new name");
    var object = ObjectName.part(kind, target.name(), name);
    parsing.add(
        new ObjectEffect.Renames(object, newName, target.ifExists(), cursor.spanFrom(first)));
  }

  private static boolean hasColumns(ObjectKind kind) {
    return kind != ObjectKind.INDEX && kind != ObjectKind.SEQUENCE;
  }

  private void action(AlterTarget target) {
    var first = cursor.position();
    if (cursor.accept(ADD)) {
      add(target, first);
    } else if (cursor.accept(DROP)) {
      drop(target, first);
    } else if (cursor.accept(ALTER)) {
      alter(target, first);
    } else if (cursor.accept(VALIDATE, CONSTRAINT)) {
      var name = constraintName();
      parsing.add(new TableEffect.ValidatesConstraint(target, name, cursor.spanFrom(first)));
    } else if (cursor.accept(INHERIT)) {
      parent(target, first, true);
    } else if (cursor.accept(NO, INHERIT)) {
      parent(target, first, false);
    } else if (!cursor.at(OWNER, TO)) {
      settings.read(target);
    } else {
      changes.accept(target.object(), target.ifExists(), target.span());
    }
  }

  private void add(AlterTarget target, int first) {
    if (constraints.atConstraint()) {
      var place = parsing.effectCount();
      var constraint = constraints.tableConstraint();
      parsing.addAt(
          place, new TableEffect.AddsConstraint(target, constraint, cursor.spanFrom(first)));
      return;
    }
    cursor.accept(COLUMN);
    var place = parsing.effectCount();
    var ifNotExists = cursor.acceptIfNotExists();
    var defined = columns.column();
    var span = cursor.spanFrom(first);
    parsing.addAt(place, new TableEffect.AddsColumn(target, defined.column(), ifNotExists, span));
    for (var constraint : defined.constraints()) {
      place++;
      parsing.addAt(place, new TableEffect.AddsConstraint(target, constraint, constraint.span()));
    }
  }

  private void drop(AlterTarget target, int first) {
    if (cursor.accept(CONSTRAINT)) {
      var ifExists = cursor.acceptIfExists();
      var name = constraintName();
      var cascade = cursor.acceptCascade();
      parsing.add(
          new TableEffect.DropsConstraint(target, name, ifExists, cascade, cursor.spanFrom(first)));
      return;
    }
    cursor.accept(COLUMN);
    var ifExists = cursor.acceptIfExists();
    var name = cursor.name("a column name");
    var cascade = cursor.acceptCascade();
    parsing.add(
        new TableEffect.DropsColumn(target, name, ifExists, cascade, cursor.spanFrom(first)));
  }

  private void alter(AlterTarget target, int first) {
    if (!cursor.accept(CONSTRAINT)) {
      columnActions.read(target, first);
      return;
    }
    var name = constraintName();
    var change = constraintChange();
    parsing.add(new TableEffect.AltersConstraint(target, name, change, cursor.spanFrom(first)));
  }

  private ConstraintChange constraintChange() {
    if (cursor.at(INHERIT) || cursor.at(NO, INHERIT)) {
      parsing.newer(18, "INHERIT and NO INHERIT of ALTER CONSTRAINT", cursor.position());
    }
    if (cursor.accept(INHERIT)) {
      return new ConstraintChange(null, null, false);
    }
    var attributes = ConstraintAttributes.read(parsing);
    attributes.refuseNotValid();
    return attributes.change();
  }

  private void parent(AlterTarget target, int first, boolean adds) {
    var parentAt = cursor.position();
    QualifiedName parent = cursor.qualifiedName("a table name");
    var parentSpan = cursor.spanFrom(parentAt);
    var span = cursor.spanFrom(first);
    parsing.add(
        adds
            ? new TableEffect.AddsParent(target, parent, parentSpan, span)
            : new TableEffect.DropsParent(target, parent, parentSpan, span));
  }

  private String constraintName() {
    return cursor.name("a constraint name");
  }
}
