package dev.deed.sql.replay;

import static java.util.stream.Collectors.joining;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.SchemaObject.Extension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Resolves a name in a statement with the search path and the state.
final class NameResolution {

  static final String TEMPORARY = "pg_temp";
  private static final String CATALOG = "pg_catalog";

  private final SchemaState state;
  private final List<String> path;
  private final Known relations;
  private final Known types;
  private final Known routines;

  /// Names of temporary tables that called functions may have created. They come last.
  private final Set<String> perhapsTemporary;

  NameResolution(SchemaState state, List<String> path) {
    this(state, path, Set.of());
  }

  NameResolution(SchemaState state, List<String> path, Set<String> perhapsTemporary) {
    this.state = state;
    this.path = List.copyOf(path);
    this.perhapsTemporary = perhapsTemporary;
    this.relations = name -> state.relation(name) != null;
    this.types = name -> state.type(name) != null || state.relation(name) != null;
    this.routines = name -> !state.routines(name).isEmpty();
  }

  List<String> path() {
    return path;
  }

  /// Resolves names in another search path.
  NameResolution in(List<String> newPath) {
    return new NameResolution(state, newPath, perhapsTemporary);
  }

  /// The full name of an object created without a schema: it goes into the first schema of the
  /// path.
  QualifiedName created(QualifiedName name) {
    return name.schema() != null ? plain(name) : inFirst(name);
  }

  QualifiedName temporary(QualifiedName name) {
    return QualifiedName.of(TEMPORARY, name.name());
  }

  private QualifiedName inFirst(QualifiedName name) {
    for (var schema : path) {
      if (!schema.equals(CATALOG)) {
        return QualifiedName.of(schema, name.name());
      }
    }
    return QualifiedName.of(name.name());
  }

  /// The probable full name of an unknown object. It is not temporary: temporary objects are known.
  private QualifiedName unknown(QualifiedName name) {
    for (var schema : path) {
      if (!schema.equals(CATALOG) && !schema.equals(TEMPORARY)) {
        return QualifiedName.of(schema, name.name());
      }
    }
    return inFirst(name);
  }

  private static QualifiedName plain(QualifiedName name) {
    return QualifiedName.of(name.schema(), name.name());
  }

  /// A table, view, sequence or index, whether the state knows it or not.
  QualifiedName relation(QualifiedName name) {
    var found = find(name, relations);
    if (found != null) {
      return found;
    }
    if (name.schema() != null) {
      return plain(name);
    }
    if (perhapsTemporary.contains(name.name())) {
      return temporary(name);
    }
    return BuiltIns.isCatalogName(name.name())
        ? QualifiedName.of(CATALOG, name.name())
        : unknown(name);
  }

  private interface Known {
    boolean test(QualifiedName name);
  }

  private @Nullable QualifiedName find(QualifiedName name, Known known) {
    if (name.schema() != null) {
      var plain = plain(name);
      return known.test(plain) ? plain : null;
    }
    var temporary = state.knewTemporary() ? temporary(name, known) : null;
    if (temporary != null && state.isCertain(temporary) && !path.contains(TEMPORARY)) {
      return temporary;
    }
    var found = findInPath(name, known);
    return found == null ? temporary : found;
  }

  private @Nullable QualifiedName findInPath(QualifiedName name, Known known) {
    QualifiedName perhaps = null;
    for (var schema : path) {
      var candidate = QualifiedName.of(schema, name.name());
      var isHere =
          schema.equals(TEMPORARY)
              ? temporary(name, known) != null && state.isCertain(candidate)
              : known.test(candidate);
      if (isHere && isPerhaps(candidate, known)) {
        perhaps = perhaps == null ? candidate : perhaps;
      } else if (isHere) {
        return candidate;
      }
    }
    return perhaps;
  }

  /// Whether all that is known by the name was created in a branch that may not have been taken.
  private boolean isPerhaps(QualifiedName name, Known known) {
    return known == routines
        ? state.routines(name).stream().allMatch(state::isPerhaps)
        : state.isPerhaps(state.relation(name)) || state.isPerhaps(state.type(name));
  }

  /// PostgreSQL does not look up functions in the temporary schema.
  private @Nullable QualifiedName temporary(QualifiedName name, Known known) {
    var temporary = temporary(name);
    return known != routines && known.test(temporary) ? temporary : null;
  }

  /// Built-in and unknown types stay as written.
  QualifiedName type(QualifiedName name) {
    if (name.schema() != null) {
      return CATALOG.equals(name.schema()) ? QualifiedName.of(name.name()) : plain(name);
    }
    if (BuiltIns.isType(name.name())) {
      return name;
    }
    var found = find(name, types);
    return found == null ? name : found;
  }

  TypeName type(TypeName type) {
    if (type.columnOf() != null) {
      return columnType(type, type.columnOf());
    }
    var name = type(type.name());
    return name.equals(type.name())
        ? type
        : new TypeName(name, type.modifiers(), type.arrayDimensions(), type.setOf(), null);
  }

  /// In the name of a routine: a type of an extension that a script creates has the extension's
  /// schema, as a dump writes it.
  TypeName identifying(TypeName type) {
    var resolved = type(type);
    var name = resolved.name();
    if (name.schema() != null || BuiltIns.isType(name.name())) {
      return resolved;
    }
    var extension = BuiltIns.extensionOf(name.name());
    return extension != null
            && state.get(extension) instanceof Extension known
            && known.schema() != null
        ? new TypeName(
            QualifiedName.of(known.schema(), name.name()),
            resolved.modifiers(),
            resolved.arrayDimensions(),
            resolved.setOf(),
            null)
        : resolved;
  }

  /// `(public.status, integer)`, of types as written.
  String operands(String written) {
    if (written.length() < 3) {
      return written;
    }
    return Arrays.stream(written.substring(1, written.length() - 1).split(", ", -1))
        .map(this::operand)
        .collect(joining(", ", "(", ")"));
  }

  private String operand(String written) {
    var array = written.indexOf("[]");
    var text = array < 0 ? written : written.substring(0, array);
    if (written.equals("NONE") || BuiltIns.isType(text)) {
      return written;
    }
    var name = RelationLiteral.parse(text);
    return identifying(new TypeName(name, List.of(), array < 0 ? 0 : 1, false, null)).text();
  }

  /// `table.column%TYPE` is resolved when the statement runs.
  private TypeName columnType(TypeName type, QualifiedName column) {
    if (column.schema() == null) {
      return type;
    }
    var table = relation(QualifiedName.of(column.catalog(), column.schema()));
    var known = state.column(table, column.name());
    return known == null
        ? type
        : new TypeName(
            known.type().name(), List.of(), known.type().arrayDimensions(), type.setOf(), null);
  }

  /// A collation: unknown ones, most of them PostgreSQL's own, stay as written.
  @Nullable QualifiedName optionalCollation(@Nullable QualifiedName name) {
    return name == null ? null : collation(name);
  }

  QualifiedName collation(QualifiedName name) {
    var found = find(name, n -> state.has(ObjectName.of(ObjectKind.COLLATION, n)));
    return found == null ? name : found;
  }

  /// Of a column or a field: one that the state does not know is PostgreSQL's own.
  @Nullable QualifiedName ownCollation(@Nullable QualifiedName collation) {
    if (collation == null || collation.name().equals("default")) {
      return null;
    }
    var known = object(ObjectName.of(ObjectKind.COLLATION, collation));
    return collation.schema() == null && !state.has(known)
        ? QualifiedName.of(CATALOG, collation.name())
        : known.name();
  }

  /// A function by name: unknown ones (built in, or an extension's) stay as written.
  QualifiedName function(QualifiedName name) {
    if (CATALOG.equals(name.schema())) {
      return QualifiedName.of(name.name());
    }
    var found = find(name, routines);
    return found == null ? plain(name) : found;
  }

  /// The routines that a call may mean: of those with the same arguments, the first in the path.
  List<ObjectName> functions(QualifiedName name) {
    var first = function(name);
    if (name.schema() != null) {
      return List.copyOf(state.routines(first));
    }
    var found = new LinkedHashMap<String, ObjectName>();
    for (var schema : path) {
      for (var routine : state.routines(QualifiedName.of(schema, name.name()))) {
        var earlier = found.putIfAbsent(routine.arguments(), routine);
        if (state.isPerhaps(earlier)) {
          found.put(routine.arguments() + " " + schema, routine);
        }
      }
    }
    return found.isEmpty() ? List.copyOf(state.routines(first)) : List.copyOf(found.values());
  }

  /// A routine with its arguments as written; the state's name for it if there is one.
  ObjectName routine(ObjectName name) {
    var function = find(name.name(), routines);
    if (function == null) {
      return name.named(created(name.name()));
    }
    var candidates = state.routines(function);
    var signature = unqualified(name.arguments());
    for (var candidate : candidates) {
      if (name.arguments().isEmpty() || unqualified(candidate.arguments()).equals(signature)) {
        return candidate;
      }
    }
    for (var candidate : candidates) {
      if (candidate.kind() == ObjectKind.AGGREGATE
          && unqualified(candidate.plainArguments()).equals(signature)) {
        return candidate;
      }
    }
    return name.named(function);
  }

  /// Argument types without schemas: `(status, integer)`.
  private static String unqualified(String signature) {
    return signature.indexOf('.') < 0
        ? signature
        : signature.replaceAll("(\"[^\"]*\"|[\\w$]+)\\.", "");
  }

  /// Any object: a relation or routine gets its kind from the state.
  ObjectName object(ObjectName name) {
    var kind = name.kind();
    if (kind.isRelation()) {
      return known(name, relation(name.name()));
    }
    if (kind.isPartOfRelation()) {
      return name.named(relation(name.name()));
    }
    if (kind.isRoutine()) {
      return routine(name);
    }
    return switch (kind) {
      case TYPE, DOMAIN, DOMAIN_CONSTRAINT -> type(name);
      case CAST ->
          ObjectName.cast(
              type(name.name()),
              BuiltIns.isType(name.castTarget())
                  ? name.castTarget()
                  : type(RelationLiteral.parse(name.castTarget())).quoted());
      case OPERATOR -> inSchema(ObjectName.operator(name.name(), operands(name.arguments())));
      case OPERATOR_CLASS,
          OPERATOR_FAMILY,
          COLLATION,
          CONVERSION,
          STATISTICS,
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE ->
          inSchema(name);
      default -> name;
    };
  }

  private ObjectName known(ObjectName name, QualifiedName resolved) {
    var known = state.relation(resolved);
    return known == null ? name.named(resolved) : known;
  }

  private ObjectName type(ObjectName name) {
    var resolved = type(name.name());
    var known = state.type(resolved);
    if (known == null) {
      return name.named(resolved.schema() == null ? unknownType(resolved) : resolved);
    }
    return name.kind() == ObjectKind.DOMAIN_CONSTRAINT ? name.named(resolved) : known;
  }

  private QualifiedName unknownType(QualifiedName name) {
    return BuiltIns.isType(name.name()) ? name : inFirst(name);
  }

  private ObjectName inSchema(ObjectName name) {
    var found = find(name.name(), n -> state.has(name.named(n)));
    return name.named(found == null ? created(name.name()) : found);
  }

  List<ObjectName> objects(Collection<ObjectName> names) {
    var resolved = new ArrayList<ObjectName>(names.size());
    names.forEach(n -> resolved.add(object(n)));
    return resolved;
  }
}
