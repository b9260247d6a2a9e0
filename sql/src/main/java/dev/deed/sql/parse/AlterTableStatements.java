package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALL;
import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.ATTACH;
import static dev.deed.sql.Keyword.BY;
import static dev.deed.sql.Keyword.FOREIGN;
import static dev.deed.sql.Keyword.IN;
import static dev.deed.sql.Keyword.INDEX;
import static dev.deed.sql.Keyword.MATERIALIZED;
import static dev.deed.sql.Keyword.NOWAIT;
import static dev.deed.sql.Keyword.OWNED;
import static dev.deed.sql.Keyword.PARTITION;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TABLE;
import static dev.deed.sql.Keyword.TABLESPACE;
import static dev.deed.sql.Keyword.VIEW;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AlterTarget;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag.Verb;

/// `ALTER TABLE | INDEX | VIEW | MATERIALIZED VIEW | FOREIGN TABLE`.
final class AlterTableStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final RelationActions actions;
  private final PartitionActions partitions;
  private final ObjectChanges changes;

  AlterTableStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.actions = new RelationActions(parsing);
    this.partitions = new PartitionActions(parsing);
    this.changes = new ObjectChanges(parsing);
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(ALTER);
    var kind = kind();
    var parsed = Parsed.of(Verb.ALTER, kind);
    var ofTablespace = kind != ObjectKind.VIEW && kind != ObjectKind.FOREIGN_TABLE;
    if (ofTablespace && cursor.accept(ALL, IN, TABLESPACE)) {
      moveAll(kind, first);
      return parsed;
    }
    var target = target(kind);
    if (kind == ObjectKind.INDEX && !target.ifExists() && cursor.accept(ATTACH, PARTITION)) {
      attachIndex(target, first);
      return parsed;
    }
    if (kind == ObjectKind.TABLE && partitions.atAction()) {
      return new Parsed(parsed.command(), partitions.read(target));
    }
    actions.read(target);
    return parsed;
  }

  private ObjectKind kind() {
    if (cursor.accept(TABLE)) {
      return ObjectKind.TABLE;
    }
    if (cursor.accept(INDEX)) {
      return ObjectKind.INDEX;
    }
    if (cursor.accept(VIEW)) {
      return ObjectKind.VIEW;
    }
    if (cursor.accept(MATERIALIZED)) {
      cursor.expect(VIEW);
      return ObjectKind.MATERIALIZED_VIEW;
    }
    cursor.expect(FOREIGN, TABLE);
    return ObjectKind.FOREIGN_TABLE;
  }

  /// Only tables have children that `ONLY` can leave out.
  private AlterTarget target(ObjectKind kind) {
    var ifExists = cursor.acceptIfExists();
    var what = "the name of a " + kind.words();
    if (kind == ObjectKind.TABLE || kind == ObjectKind.FOREIGN_TABLE) {
      var relation = RelationName.read(cursor, what);
      return new AlterTarget(
          ObjectName.of(kind, relation.name()), ifExists, relation.only(), relation.span());
    }
    var first = cursor.position();
    var name = cursor.qualifiedName(what);
    return new AlterTarget(ObjectName.of(kind, name), ifExists, false, cursor.spanFrom(first));
  }

  private void attachIndex(AlterTarget target, int first) {
    var childAt = cursor.position();
    var child = cursor.qualifiedName("an index name");
    var childSpan = cursor.spanFrom(childAt);
    parsing.add(
        new IndexEffect.AttachesIndex(target.name(), child, childSpan, cursor.spanFrom(first)));
  }

  /// `ALL IN TABLESPACE a [OWNED BY role, ...] SET TABLESPACE b [NOWAIT]`
  private void moveAll(ObjectKind kind, int first) {
    var tablespace = QualifiedName.of(cursor.name("a tablespace name"));
    if (cursor.accept(OWNED, BY)) {
      do {
        changes.role();
      } while (cursor.accept(Sign.COMMA));
    }
    cursor.expect(SET, TABLESPACE);
    var newTablespace = cursor.name("a tablespace name");
    cursor.accept(NOWAIT);
    parsing.add(
        new TableEffect.MovesTablespace(kind, tablespace, newTablespace, cursor.spanFrom(first)));
  }
}
