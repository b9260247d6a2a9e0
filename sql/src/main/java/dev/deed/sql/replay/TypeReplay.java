package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;
import dev.deed.sql.effect.TypeEffect.AltersAttribute;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.effect.TypeEffect.AltersType;
import dev.deed.sql.effect.TypeEffect.CreatesBaseType;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.TypeEffect.CreatesRange;
import dev.deed.sql.effect.TypeEffect.RenamesEnumValue;
import dev.deed.sql.schema.ColumnDraft;
import dev.deed.sql.schema.DataType.Attribute;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainCheck;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Replays types and domains.
final class TypeReplay {

  private final ReplaySession surrounding;
  private final PrivilegeReplay privileges;
  private final TableReplay tables;
  private final SchemaState state;

  TypeReplay(ReplaySession surrounding, PrivilegeReplay privileges, TableReplay tables) {
    this.surrounding = surrounding;
    this.privileges = privileges;
    this.tables = tables;
    this.state = surrounding.state;
  }

  void apply(TypeEffect effect) {
    switch (effect) {
      case CreatesEnum e -> {
        var name = created(e, ObjectKind.TYPE);
        state.put(new EnumType(name, e.labels(), privileges.ofNew(name)));
      }
      case CreatesComposite e -> createComposite(e);
      case CreatesRange e -> createOther(e, true, withMultirange(e));
      case CreatesBaseType e -> createOther(e, false, e.options());
      case CreatesDomain e -> createDomain(e);
      case AddsEnumValue e -> addValue(e);
      case RenamesEnumValue e -> renameValue(e);
      case AltersAttribute e -> alterAttribute(e);
      case AltersType e -> alterOther(e);
      case AltersDomain e -> alterDomain(e);
    }
  }

  private ObjectName created(TypeEffect effect, ObjectKind kind) {
    return ObjectName.of(kind, surrounding.names().created(effect.type()));
  }

  private @Nullable SchemaObject known(TypeEffect effect) {
    var name = state.type(surrounding.names().type(effect.type()));
    return name == null ? null : state.get(name);
  }

  private void createComposite(CreatesComposite creates) {
    var name = created(creates, ObjectKind.TYPE);
    var fields = new ArrayList<Attribute>();
    for (var column : creates.attributes()) {
      var type = column.type() == null ? ColumnReplay.UNKNOWN : column.type();
      var resolved = surrounding.names().type(type);
      fields.add(
          new Attribute(
              column.name(), resolved, surrounding.names().ownCollation(column.collation()), null));
    }
    state.put(new CompositeType(name, fields, privileges.ofNew(name)));
  }

  /// A shell type later becomes the full type, and keeps its attributes.
  private void createOther(TypeEffect creates, boolean range, Map<String, String> options) {
    var name = created(creates, ObjectKind.TYPE);
    var shell = state.get(name);
    var attributes = shell == null ? privileges.ofNew(name) : shell.attributes();
    state.put(new OtherType(name, range, new TreeMap<>(options), uses(options), attributes));
  }

  /// `subtype = public.t`, `collation = c`, `subtype_diff = f`, `input = f`
  private List<ObjectName> uses(Map<String, String> options) {
    var names = surrounding.names();
    var uses = new LinkedHashSet<ObjectName>();
    options.forEach((option, value) -> {
      var written = RelationLiteral.parse(value);
      switch (option) {
        case "subtype", "element", "like" -> add(uses, state.type(names.type(written)));
        case "collation" -> add(uses, names.object(ObjectName.of(ObjectKind.COLLATION, written)));
        case "subtype_diff",
            "canonical",
            "input",
            "output",
            "receive",
            "send",
            "typmod_in",
            "typmod_out",
            "analyze",
            "subscript" ->
            state.routines(names.function(written)).forEach(r -> add(uses, r));
        default -> {}
      }
    });
    return List.copyOf(uses);
  }

  private void add(Set<ObjectName> uses, @Nullable ObjectName object) {
    if (object != null && state.has(object)) {
      uses.add(object);
    }
  }

  /// PostgreSQL also creates a multirange type, named after the range.
  private Map<String, String> withMultirange(CreatesRange creates) {
    var options = new TreeMap<>(creates.options());
    var type = surrounding.names().created(creates.type());
    var name = type.name();
    var multirange =
        name.contains("range") ? name.replaceFirst("range", "multirange") : name + "_multirange";
    var own = options.get("multirange_type_name");
    options.put(
        "multirange_type_name",
        own == null
            ? type.renamed(multirange).quoted()
            : surrounding.names().created(RelationLiteral.parse(own)).quoted());
    return options;
  }

  private void alterOther(AltersType alters) {
    if (known(alters) instanceof OtherType type) {
      var options = new TreeMap<>(type.options());
      options.put("changed", alters.change());
      state.put(new OtherType(type.name(), type.range(), options, type.uses(), type.attributes()));
    }
  }

  // Enums

  private void addValue(AddsEnumValue adds) {
    if (!(known(adds) instanceof EnumType type) || type.labels().contains(adds.label())) {
      return;
    }
    relabel(type, labels -> labels.add(place(labels, adds), adds.label()));
  }

  private static int place(List<String> labels, AddsEnumValue adds) {
    var neighbor = adds.neighbor() == null ? -1 : labels.indexOf(adds.neighbor());
    if (neighbor < 0) {
      return labels.size();
    }
    return adds.before() ? neighbor : neighbor + 1;
  }

  private void renameValue(RenamesEnumValue renames) {
    if (known(renames) instanceof EnumType type) {
      relabel(
          type,
          labels -> labels.replaceAll(l -> l.equals(renames.label()) ? renames.newLabel() : l));
    }
  }

  private void relabel(EnumType type, Consumer<List<String>> change) {
    var labels = new ArrayList<>(type.labels());
    change.accept(labels);
    state.put(new EnumType(type.name(), labels, type.attributes()));
  }

  // Composite types

  private void alterAttribute(AltersAttribute alters) {
    if (!(known(alters) instanceof CompositeType type)) {
      return;
    }
    var fields = new ArrayList<>(type.fields());
    switch (alters.change()) {
      case ADD -> fields.add(field(alters));
      case DROP -> fields.removeIf(f -> f.name().equals(alters.attribute()));
      case ALTER_TYPE ->
          fields.replaceAll(f -> f.name().equals(alters.attribute()) ? field(alters) : f);
    }
    state.put(new CompositeType(type.name(), fields, type.attributes()));
    typedTables(type).forEach(t -> alterTyped(t, alters));
  }

  private Attribute field(AltersAttribute alters) {
    var type = alters.attributeType() == null ? ColumnReplay.UNKNOWN : alters.attributeType();
    return new Attribute(
        alters.attribute(),
        surrounding.names().type(type),
        surrounding.names().ownCollation(alters.collation()),
        null);
  }

  private List<Table> typedTables(CompositeType type) {
    var tables = new ArrayList<Table>();
    for (var dependant : state.dependants(type.name())) {
      if (dependant instanceof Table table && type.qualifiedName().equals(table.ofType())) {
        tables.add(table);
      }
    }
    return tables;
  }

  private void alterTyped(Table table, AltersAttribute alters) {
    var name = SchemaState.columnName(table.qualifiedName(), alters.attribute());
    switch (alters.change()) {
      case ADD -> {
        var field = field(alters);
        state.put(ColumnDraft.of(name, field.type()).collation(field.collation()).column());
        var changed = table.copy().columns(c -> c.add(alters.attribute())).table();
        state.put(changed);
        tables.passOnColumn(changed, alters.attribute());
      }
      case DROP -> surrounding.cascades.drop(name, true);
      case ALTER_TYPE -> {
        var column = state.column(table.qualifiedName(), alters.attribute());
        if (column != null) {
          var field = field(alters);
          var changed = column.copy().type(field.type()).collation(field.collation());
          state.put(changed.column());
        }
        state.children(table.name()).forEach(c -> alterTyped(c, alters));
      }
    }
  }

  // Domains

  private void createDomain(CreatesDomain creates) {
    var name = created(creates, ObjectKind.DOMAIN);
    var notNull = creates.notNull();
    var checks = new ArrayList<DomainCheck>();
    for (var constraint : creates.constraints()) {
      notNull |= constraint.rule() instanceof NotNull;
      addCheck(name, checks, constraint);
    }
    var base = surrounding.names().type(creates.base());
    var under = state.type(base.name());
    // The default of a domain under it is copied.
    var inherited =
        under != null
                && base.arrayDimensions() == 0
                && state.get(under) instanceof DomainType domain
            ? domain.defaultValue()
            : null;
    state.put(
        new DomainType(
            name,
            base,
            surrounding.names().optionalCollation(creates.collation()),
            creates.defaultValue() == null
                ? inherited
                : surrounding.expressions().optional(creates.defaultValue()),
            notNull,
            checks,
            privileges.ofNew(name)));
  }

  private void addCheck(ObjectName domain, List<DomainCheck> checks, Constraint constraint) {
    if (constraint.rule() instanceof Check check) {
      var taken = checks.stream().map(DomainCheck::name).toList();
      var name =
          constraint.name() == null
              ? GeneratedNames.domainCheck(domain.name().name(), taken)
              : constraint.name();
      var condition = surrounding.expressions().resolve(check.condition());
      checks.add(new DomainCheck(name, condition, !constraint.notValid(), null));
    }
  }

  private void alterDomain(AltersDomain alters) {
    if (!(known(alters) instanceof DomainType domain)) {
      return;
    }
    var checks = new ArrayList<>(domain.checks());
    var value = domain.defaultValue();
    var notNull = domain.notNull();
    switch (alters.change()) {
      case SET_DEFAULT -> value = surrounding.expressions().optional(alters.defaultValue());
      case DROP_DEFAULT -> value = null;
      case SET_NOT_NULL -> notNull = true;
      case DROP_NOT_NULL -> notNull = false;
      case ADD_CONSTRAINT -> {
        if (alters.constraint() != null) {
          notNull |= alters.constraint().rule() instanceof NotNull;
          addCheck(domain.name(), checks, alters.constraint());
        }
      }
      case DROP_CONSTRAINT -> checks.removeIf(c -> c.name().equals(alters.constraintName()));
      case VALIDATE_CONSTRAINT ->
          checks.replaceAll(c -> c.name().equals(alters.constraintName()) ? valid(c) : c);
    }
    state.put(
        new DomainType(
            domain.name(),
            domain.base(),
            domain.collation(),
            value,
            notNull,
            checks,
            domain.attributes()));
  }

  private static DomainCheck valid(DomainCheck check) {
    return new DomainCheck(check.name(), check.condition(), true, check.comment());
  }

  /// The columns of that type, in all tables.
  static List<QualifiedName> tablesUsing(SchemaState state, ObjectName type) {
    var tables = new ArrayList<QualifiedName>();
    for (var dependant : state.dependants(type)) {
      if (dependant instanceof RelationPart.TableColumn column
          && column.type().name().equals(type.name())
          && !tables.contains(column.relation())) {
        tables.add(column.relation());
      }
    }
    return tables;
  }
}
