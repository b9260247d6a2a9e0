package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where rows without a parent go when they are deleted, by a trigger, so that none of them is lost
/// however it is deleted; the way back inserts them again.
///
/// @param orphan the condition for such a row, over the target's columns
record OrphanTable(Draft draft, QualifiedName table, String orphan) {

  static OrphanTable of(Draft draft, String constraint, String orphan) {
    var name = draft.target.name();
    return new OrphanTable(
        draft, name.renamed(draft.names.free(name.name() + "_" + constraint + "_orphans")), orphan);
  }

  private TargetTable target() {
    return draft.target;
  }

  private QualifiedName function() {
    return draft.triggerNames().sync();
  }

  private String trigger() {
    return draft.triggerNames().trigger(1);
  }

  List<String> create() {
    var statements = new ArrayList<>(createTable());
    statements.addAll(createTrigger());
    return statements;
  }

  private List<String> createTable() {
    return createTable(list(c -> c.in(c.quoted()) + as(c)) + " FROM " + target().quoted());
  }

  private List<String> createTable(String columns) {
    var statements = new ArrayList<String>();
    statements.add("CREATE TABLE %s AS SELECT %s WHERE false".formatted(table.quoted(), columns));
    if (!target().key().isEmpty()) {
      statements.add("ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(table.quoted(), key()));
    }
    return statements;
  }

  /// Code that deletes has no rights on the table that keeps, so its owner's count.
  List<String> createTrigger() {
    var same =
        target().key().stream()
            .map(k -> "o.%1$s = old.%1$s".formatted(Identifier.quoted(k)))
            .collect(Collectors.joining(" AND "));
    return List.of(
        """
        CREATE FUNCTION %1$s() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER
            SET search_path TO %7$s
            AS $deed$
        BEGIN
            IF %3$s THEN%4$s
                INSERT INTO %2$s (%5$s) VALUES (%6$s);
            END IF;
            RETURN old;
        END
        $deed$\
        """
            .formatted(
                function().quoted(),
                table.quoted(),
                orphan.replace(target().quoted() + ".", "old."),
                same.isEmpty()
                    ? ""
                    : "\n        DELETE FROM %s o WHERE %s;".formatted(table.quoted(), same),
                list(Stored::quoted),
                list(c -> c.in("old." + c.quoted())),
                draft.triggerNames().path().of(orphan)),
        "CREATE TRIGGER %s BEFORE DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(trigger(), target().quoted(), function().quoted()),
        draft.triggerNames().always(1, target().name()));
  }

  /// When the constraint is valid, there are no such rows any more.
  List<String> dropTrigger() {
    return List.of(
        "DROP TRIGGER IF EXISTS %s ON %s".formatted(trigger(), target().quoted()),
        "DROP FUNCTION IF EXISTS %s()".formatted(function().quoted()));
  }

  /// After the foreign key is gone.
  List<String> giveBack() {
    var statements = new ArrayList<>(dropTrigger());
    statements.addFirst(
        "INSERT INTO %s (%s)%s SELECT %s FROM %s o ON CONFLICT DO NOTHING"
            .formatted(
                target().quoted(),
                list(Stored::quoted),
                target().parts(TableColumn.class).anyMatch(c -> c.identity() != null)
                    ? " OVERRIDING SYSTEM VALUE"
                    : "",
                list(c -> Expressions.sql(c.out("o"))),
                table.quoted()));
    statements.add("DROP TABLE " + table.quoted());
    return statements;
  }

  /// The table goes some time after the last of them. Its way back takes no column from the other
  /// table, where it may be gone by then.
  void end() {
    draft.file(
        Phase.KEEP,
        "drop the rows that are kept in %s".formatted(table.dotted()),
        List.of("DROP TABLE " + table.quoted()),
        createTable(list(Stored::none)));
    draft.remark(
        "rows without a parent are moved into %s, and kept there for %s; the way back brings them back"
            .formatted(table.dotted(), draft.keep()));
  }

  private String key() {
    return target().key().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  private static String as(Stored column) {
    return column.asText() ? " AS " + column.quoted() : "";
  }

  /// The columns that are there now, without those that are computed: another change may add some
  /// for a time.
  private String list(Function<Stored, String> text) {
    return target().table().columns().stream()
        .map(target()::column)
        .filter(c -> c.generated() == null)
        .map(c -> text.apply(Stored.of(target().schema(), c)))
        .collect(Collectors.joining(", "));
  }
}
