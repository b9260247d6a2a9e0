package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsParent;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsParent;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.TypeEffect.AttributeChange;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the parents, the type and the persistence of a table do not allow.
final class TableShapes implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsParent.class,
        DropsParent.class,
        AttachesPartition.class,
        DetachesPartition.class,
        AddsColumn.class,
        DropsColumn.class,
        Renames.class,
        AltersColumnType.class,
        AltersTable.class,
        TypeEffect.AltersAttribute.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e -> created(e, known);
      case AddsParent e when !e.target().ifExists() -> addsParent(e, known);
      case DropsParent e when !e.target().ifExists() -> dropsParent(e, known);
      case AttachesPartition e -> attaches(e, known);
      case DetachesPartition e -> detaches(e, known);
      case AddsColumn e -> addsColumn(e, known);
      case DropsColumn e -> ofType(e.table(), "drop columns", e, known);
      case Renames e when e.object().kind() == ObjectKind.COLUMN -> renames(e, known);
      case AltersColumnType e -> altersType(e, known).or(() -> rowUsed(e.table(), e, known));
      case AltersTable e -> persistence(e, known);
      case TypeEffect.AltersAttribute e -> attribute(e, known);
      default -> Optional.empty();
    };
  }

  // CREATE TABLE

  private static Optional<Refusal> created(CreatesTable effect, Known known) {
    var definition = effect.definition();
    var isTemporary = definition.persistence() == Persistence.TEMPORARY;
    var schema = effect.table().schema();
    if (isTemporary && schema != null && !schema.startsWith("pg_temp")) {
      return Refusal.of(
          effect.span(),
          "temporary tables are in a schema of the session, not in %s".formatted(schema),
          "leave the schema out");
    }
    if (!isTemporary && definition.onCommit() != null && !"pg_temp".equals(schema)) {
      return Refusal.of(
          effect.span(), "only temporary tables have ON COMMIT", "leave it out, or write TEMP");
    }
    var seen = new HashSet<QualifiedName>();
    for (var parent : definition.inherits()) {
      if (!seen.add(known.name(parent.name()))) {
        return Refusal.of(
            parent.span(),
            "%s is named twice as a parent".formatted(parent.name().dotted()),
            "name it once");
      }
      var table = known.table(parent.name());
      if (table.isPresent() && table.get().partitionBy() != null) {
        return Refusal.of(
            parent.span(),
            "%s is partitioned%s, and such tables are not inherited from"
                .formatted(table.get().qualifiedName().dotted(), known.created(table.get().name())),
            "write PARTITION OF",
            table.get().name());
      }
      if (table.isPresent() && table.get().partition() != null) {
        return fromPartition(parent.span(), table.get(), known);
      }
      var conflict = table.flatMap(t -> conflict(effect, t, known));
      if (conflict.isPresent()) {
        return conflict;
      }
    }
    return isTemporary ? partition(effect, known) : typed(effect, known);
  }

  private static Optional<Refusal> fromPartition(Span span, Table partition, Known known) {
    return Refusal.of(
        span,
        "%s is a partition%s, and partitions are not inherited from"
            .formatted(partition.qualifiedName().dotted(), known.created(partition.name())),
        "inherit from another table",
        partition.name());
  }

  private static Optional<Refusal> conflict(CreatesTable effect, Table parent, Known known) {
    for (var column : effect.definition().columns()) {
      var inherited = known.catalog().column(parent.qualifiedName(), column.name());
      if (inherited.isPresent()
          && column.type() != null
          && known.catalog().isCertain(inherited.get().name())
          && Types.differ(known.type(column.type()), inherited.get().type())
          && Types.isBuiltIn(known.type(column.type()))
          && Types.isBuiltIn(inherited.get().type())) {
        return Refusal.of(
            column.span(),
            "%s is %s in the parent %s"
                .formatted(
                    column.name(), inherited.get().type().text(), parent.qualifiedName().dotted()),
            "give it the same type, or leave it out",
            inherited.get().name());
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> partition(CreatesTable effect, Known known) {
    var of = effect.definition().partitionOf();
    return of == null
        ? Optional.empty()
        : known
            .table(of.parent())
            .filter(t -> t.persistence() != Persistence.TEMPORARY)
            .flatMap(t ->
                Refusal.of(
                    effect.span(),
                    "%s is permanent, and its partitions are not temporary"
                        .formatted(t.qualifiedName().dotted()),
                    "leave TEMP out",
                    t.name()));
  }

  private static Optional<Refusal> typed(CreatesTable effect, Known known) {
    var of = effect.definition().ofType();
    if (of == null) {
      return Optional.empty();
    }
    var type = Enums.type(of, known);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (!(type.get() instanceof CompositeType composite)) {
      return Refusal.of(
          effect.span(),
          "%s is not a composite type%s"
              .formatted(type.get().name().name().dotted(), known.created(type.get().name())),
          "name a composite type",
          type.get().name());
    }
    for (var column : effect.definition().columns()) {
      if (composite.fields().stream().noneMatch(f -> f.name().equals(column.name()))) {
        return Refusal.of(
            column.span(),
            "%s has no attribute %s".formatted(of.dotted(), Identifier.quoted(column.name())),
            Known.near(
                column.name(),
                composite.fields().stream().map(f -> f.name()).toList(),
                "name an attribute of the type"),
            composite.name());
      }
    }
    return Optional.empty();
  }

  // Parents

  private static Optional<Refusal> addsParent(AddsParent effect, Known known) {
    var child = known.table(effect.table());
    var parent = known.table(effect.parent());
    if (child.isEmpty() || parent.isEmpty()) {
      return Optional.empty();
    }
    var name = parent.get().qualifiedName();
    if (isBelow(name, child.get(), known)) {
      return circle(effect, name, child.get());
    }
    if (parent.get().partition() != null) {
      return fromPartition(effect.span(), parent.get(), known);
    }
    if (child.get().ofType() != null) {
      return ofType(effect.table(), "get parents", effect, known);
    }
    if (child.get().inherits().contains(name)) {
      return Refusal.of(
          effect.span(),
          "%s inherits from %s already"
              .formatted(child.get().qualifiedName().dotted(), name.dotted()),
          "remove the statement",
          parent.get().name());
    }
    if (!known.catalog().hasAllColumns(child.get().qualifiedName())) {
      return Optional.empty();
    }
    for (var column : parent.get().columns()) {
      if (!child.get().columns().contains(column) && known.lacks(effect.table(), column)) {
        return Refusal.of(
            effect.span(),
            "%s has no column %s, which its parent has"
                .formatted(child.get().qualifiedName().dotted(), Identifier.quoted(column)),
            "add the column first",
            child.get().name());
      }
    }
    return Optional.empty();
  }

  private static boolean isBelow(QualifiedName table, Table other, Known known) {
    return table.equals(other.qualifiedName())
        || known.catalog().children(other.qualifiedName()).stream()
            .anyMatch(c -> known.catalog().isCertain(c.name()) && isBelow(table, c, known));
  }

  private static Optional<Refusal> circle(Effect effect, QualifiedName parent, Table child) {
    return Refusal.of(
        effect.span(),
        "%s would inherit from itself".formatted(child.qualifiedName().dotted()),
        "name another table than %s".formatted(parent.dotted()),
        child.name());
  }

  private static Optional<Refusal> attaches(AttachesPartition effect, Known known) {
    var parent = known.table(effect.table());
    var partition = known.table(effect.partition());
    if (parent.isEmpty() || partition.isEmpty()) {
      return Optional.empty();
    }
    if (isBelow(parent.get().qualifiedName(), partition.get(), known)) {
      return circle(effect, parent.get().qualifiedName(), partition.get());
    }
    var name = partition.get().qualifiedName().dotted();
    if (!partition.get().inherits().isEmpty()) {
      return Refusal.of(
          effect.span(),
          "%s inherits from another table".formatted(name),
          "write NO INHERIT first",
          partition.get().name());
    }
    return (partition.get().persistence() == Persistence.TEMPORARY)
            != (parent.get().persistence() == Persistence.TEMPORARY)
        ? Refusal.of(
            effect.span(),
            "one of %s and %s is temporary, and the other is not"
                .formatted(name, parent.get().qualifiedName().dotted()),
            "create a table of the same persistence",
            partition.get().name())
        : Optional.empty();
  }

  private static Optional<Refusal> detaches(DetachesPartition effect, Known known) {
    return !effect.concurrently()
        ? Optional.empty()
        : known
            .table(effect.table())
            .flatMap(t ->
                known.catalog().children(t.qualifiedName()).stream()
                    .filter(c -> known.catalog().isCertain(c.name()))
                    .filter(c ->
                        c.partition() != null && c.partition().bound().equalsIgnoreCase("default"))
                    .findFirst())
            .flatMap(d ->
                Refusal.of(
                    effect.span(),
                    "%s is a default partition, and CONCURRENTLY does not detach next to one"
                        .formatted(d.qualifiedName().dotted()),
                    "leave CONCURRENTLY out",
                    d.name()));
  }

  private static Optional<Refusal> dropsParent(DropsParent effect, Known known) {
    var child = known.table(effect.table());
    var parent = known.relation(effect.parent());
    return child.isEmpty()
            || parent.isEmpty()
            || child.get().partition() != null
            || child.get().inherits().contains(parent.get().name())
        ? Optional.empty()
        : Refusal.of(
            effect.span(),
            "%s is not a parent of %s"
                .formatted(parent.get().name().dotted(), child.get().qualifiedName().dotted()),
            "remove the statement, or name another parent",
            parent.get());
  }

  private static Optional<Refusal> addsColumn(AddsColumn effect, Known known) {
    var table = known.table(effect.table());
    if (table.isPresent()
        && effect.target().only()
        && known.catalog().children(table.get().qualifiedName()).stream()
            .anyMatch(c -> known.catalog().isCertain(c.name()))) {
      return Refusal.of(
          effect.span(),
          "%s has children, and a column must be added to them as well"
              .formatted(table.get().qualifiedName().dotted()),
          "leave ONLY out",
          table.get().name());
    }
    return ofType(effect.table(), "add columns", effect, known);
  }

  private static Optional<Refusal> renames(Renames effect, Known known) {
    var written = effect.object();
    return known
        .column(written.name(), written.own())
        .filter(TableColumn::inherited)
        .flatMap(c -> inherited(c, effect, "renamed"))
        .or(() -> ofType(written.name(), "rename columns", effect, known));
  }

  private static Optional<Refusal> altersType(AltersColumnType effect, Known known) {
    return known
        .column(effect.table(), effect.column())
        .filter(TableColumn::inherited)
        .flatMap(c -> inherited(c, effect, "changed"))
        .or(() -> ofType(effect.table(), "change types of columns", effect, known));
  }

  private static Optional<Refusal> inherited(TableColumn column, Effect effect, String what) {
    return Refusal.of(
        effect.span(),
        "%s comes from a parent, and can only be %s there".formatted(column.name().text(), what),
        "change the parent",
        column.name());
  }

  // Types

  private static Optional<Refusal> ofType(
      QualifiedName written, String what, Effect effect, Known known) {
    var table = known.table(written);
    var type = table.map(Table::ofType).orElse(null);
    return table.isEmpty() || type == null
        ? Optional.empty()
        : Refusal.of(
            effect.span(),
            "%s is a table of the type %s, and does not %s itself"
                .formatted(table.get().qualifiedName().dotted(), type.dotted(), what),
            "change the type with CASCADE: ALTER TYPE %s ...".formatted(type.quoted()),
            table.get().name());
  }

  private static Optional<Refusal> attribute(TypeEffect.AltersAttribute effect, Known known) {
    var type = Enums.type(effect.type(), known);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    var name = type.get().name();
    for (var dependant : known.catalog().dependants(name)) {
      if (!known.catalog().isCertain(dependant.name())) {
        continue;
      }
      if (dependant instanceof Table table
          && name.name().equals(table.ofType())
          && !effect.cascade()) {
        return Refusal.of(
            effect.span(),
            "%s is a table of this type".formatted(table.qualifiedName().dotted()),
            "add CASCADE, if it is to change as well",
            table.name());
      }
      if (effect.change() == AttributeChange.ALTER_TYPE && isColumnOf(dependant, name.name())) {
        return Refusal.of(
            effect.span(),
            "the column %s is of this type".formatted(dependant.name().text()),
            "create a new type, and move the column to it",
            dependant.name());
      }
    }
    return Optional.empty();
  }

  private static boolean isColumnOf(SchemaObject dependant, QualifiedName type) {
    return dependant instanceof TableColumn column && column.type().name().equals(type);
  }

  /// A column of the table's row type.
  private static Optional<Refusal> rowUsed(
      QualifiedName written, AltersColumnType effect, Known known) {
    var table = known.table(written);
    return table.flatMap(t ->
        known.catalog().dependants(t.name()).stream()
            .filter(d -> isColumnOf(d, t.qualifiedName()) && known.catalog().isCertain(d.name()))
            .findFirst()
            .flatMap(d ->
                Refusal.of(
                    effect.span(),
                    "the column %s is of the row type of %s"
                        .formatted(d.name().text(), t.qualifiedName().dotted()),
                    "change that column first",
                    d.name())));
  }

  // Persistence

  private static Optional<Refusal> persistence(AltersTable effect, Known known) {
    var isLogged =
        switch (effect.change()) {
          case SET_LOGGED -> Boolean.TRUE;
          case SET_UNLOGGED -> Boolean.FALSE;
          default -> null;
        };
    var table = known.table(effect.table());
    if (isLogged == null || table.isEmpty()) {
      return Optional.empty();
    }
    var name = table.get().qualifiedName();
    if (table.get().persistence() == Persistence.TEMPORARY) {
      return Refusal.of(
          effect.span(),
          "%s is temporary, and stays so".formatted(name.dotted()),
          "remove the statement",
          table.get().name());
    }
    return isLogged
        ? referencing(effect, name, known)
        : referenced(effect, name, known).or(() -> published(effect, name, known));
  }

  private static Optional<Refusal> published(AltersTable effect, QualifiedName table, Known known) {
    return known.catalog().objects(ObjectKind.PUBLICATION).stream()
        .flatMap(name -> known.certain(name, Publication.class).stream())
        .filter(publication -> publication.tables().containsKey(table))
        .findFirst()
        .flatMap(publication ->
            Refusal.of(
                effect.span(),
                "%s is in %s, and only permanent tables can be published"
                    .formatted(table.dotted(), publication.name().words()),
                "take it out of the publication first: ALTER PUBLICATION %s DROP TABLE %s"
                    .formatted(Identifier.quoted(publication.name().name().name()), table.quoted()),
                publication.name()));
  }

  private static Optional<Refusal> referenced(
      AltersTable effect, QualifiedName table, Known known) {
    return known.catalog().foreignKeysTo(table).stream()
        .filter(k -> known.catalog().isCertain(k.name()) && !k.relation().equals(table))
        .filter(k ->
            known
                .catalog()
                .table(k.relation())
                .filter(t -> t.persistence() == Persistence.PERMANENT)
                .isPresent())
        .findFirst()
        .flatMap(k ->
            Refusal.of(
                effect.span(),
                "%s is logged and references it by %s".formatted(k.relation().dotted(), k.part()),
                "set %s unlogged first, or drop the key".formatted(k.relation().dotted()),
                k.name()));
  }

  private static Optional<Refusal> referencing(
      AltersTable effect, QualifiedName table, Known known) {
    return known.catalog().constraints(table).stream()
        .filter(c ->
            known.catalog().isCertain(c.name())
                && c.rule() instanceof Constraint.ForeignKey key
                && !key.parent().equals(table)
                && known
                    .catalog()
                    .table(key.parent())
                    .filter(t -> known.catalog().isCertain(t.name()))
                    .filter(t -> t.persistence() == Persistence.UNLOGGED)
                    .isPresent())
        .findFirst()
        .flatMap(c ->
            Refusal.of(
                effect.span(),
                "its foreign key %s references an unlogged table".formatted(c.part()),
                "set the referenced table logged first",
                c.name()));
  }
}
