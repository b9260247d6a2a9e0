package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a live database has, compared with what its migrations leave. The one side is as people
/// wrote it, the other as the server prints it, and the files do not say everything: they do not
/// name the role that ran them, nor what an extension brings.
///
/// @param differences the certain ones, from the migrations to the database
/// @param unsure objects with a definition that the server prints in a way that cannot be compared
/// @param compared the number of the migrations' objects that were looked at
public record LiveComparison(List<Item> differences, List<ObjectName> unsure, int compared) {

  /// @param anchor the object whose owner answers for it: the table of a column
  public record Item(Difference difference, ObjectName anchor, Severity severity) {}

  /// What the text of migrations does not reveal.
  ///
  /// @param vague tables that have columns or constraints that no text names
  /// @param newNames given to objects by which definitions elsewhere use them
  public record Hints(Set<QualifiedName> vague, Set<String> newNames) {

    public static final Hints NONE = new Hints(Set.of(), Set.of());

    public Hints {
      vague = Set.copyOf(vague);
      newNames = Set.copyOf(newNames);
    }
  }

  private static final Unknowns OWNERS = new Unknowns(true, false);

  /// Not in a database's own catalogs, not readable by every role, or set outside of migrations, by
  /// `deed grants` for example.
  private static final Set<ObjectKind> NOT_COMPARED =
      EnumSet.of(
          ObjectKind.ROLE,
          ObjectKind.DATABASE,
          ObjectKind.TABLESPACE,
          ObjectKind.PARAMETER,
          ObjectKind.LARGE_OBJECT,
          ObjectKind.SUBSCRIPTION,
          ObjectKind.USER_MAPPING,
          ObjectKind.PROPERTY_GRAPH);

  /// Schemas of objects that every database has.
  private static final Set<String> BUILT_IN = Set.of("pg_catalog", "information_schema");

  /// The server completes their definitions and prints them in its own order.
  private static final Set<ObjectKind> COMPLETED_BY_SERVER =
      EnumSet.of(
          ObjectKind.AGGREGATE,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.COLLATION,
          ObjectKind.CAST,
          ObjectKind.CONVERSION,
          ObjectKind.STATISTICS,
          ObjectKind.TEXT_SEARCH_CONFIGURATION,
          ObjectKind.TEXT_SEARCH_DICTIONARY,
          ObjectKind.TEXT_SEARCH_PARSER,
          ObjectKind.TEXT_SEARCH_TEMPLATE,
          ObjectKind.TRANSFORM,
          ObjectKind.LANGUAGE,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.EVENT_TRIGGER);

  private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name");

  public LiveComparison {
    differences = List.copyOf(differences);
    unsure = List.copyOf(unsure);
  }

  /// @param live a database, or its dump, which may lack privileges
  public static LiveComparison of(Replayed files, Side live) {
    var contents = live.read(live.postgres());
    return of(
        files.schema(),
        contents.reader().schema(),
        files.hints(),
        contents.unknowns().and(OWNERS),
        live.memory());
  }

  public static LiveComparison of(Schema files, Schema live, Hints hints) {
    return of(files, live, hints, OWNERS, NameMemory.NONE);
  }

  private static LiveComparison of(
      Schema files, Schema live, Hints hints, Unknowns unknowns, NameMemory memory) {
    var comparing = new Comparing(files, live, hints, new TreeSet<>());
    var differences =
        SchemaDiff.between(files, live, unknowns, new Both<>(NameMemory.NONE, memory)).stream()
            .flatMap(difference -> comparing.certain(difference).stream())
            .map(d -> new Item(d, DriftCheck.anchor(d), weight(d)))
            .toList();
    var compared = files.names().stream().filter(name -> !isLeftOut(name)).count();
    return new LiveComparison(differences, List.copyOf(comparing.unsure), (int) compared);
  }

  /// Partitions come and go by themselves, and the operators of a server install extensions.
  private static Severity weight(Difference difference) {
    var isExpected =
        difference instanceof Added added
            && (switch (added.object().kind()) {
                  case EXTENSION,
                      PUBLICATION,
                      EVENT_TRIGGER,
                      LANGUAGE,
                      FOREIGN_DATA_WRAPPER,
                      SERVER ->
                      true;
                  default -> false;
                }
                || (added.added() instanceof Relation.Table table && table.partition() != null));
    return isExpected || !Severities.of(difference).isAtLeast(DriftSeverity.BEHAVIOUR)
        ? Severity.WARNING
        : Severity.ERROR;
  }

  private static boolean isLeftOut(ObjectName name) {
    return NOT_COMPARED.contains(name.kind())
        || DriftCheck.isOurs(name)
        || BUILT_IN.contains(String.valueOf(name.name().schema()))
        || (name.kind() == ObjectKind.SCHEMA && name.name().name().equals("public"));
  }

  private record Comparing(Schema files, Schema live, Hints hints, TreeSet<ObjectName> unsure) {

    /// The difference without what is only another spelling.
    Optional<Difference> certain(Difference difference) {
      if (isLeftOut(difference.object()) || isLeftOut(DriftCheck.anchor(difference))) {
        return Optional.empty();
      }
      return switch (difference) {
        case Changed changed -> certain(changed);
        case Renamed renamed when isNotNull(renamed.from()) -> Optional.empty();
        case Missing missing when isNotNull(missing.missing()) -> Optional.empty();
        case Added added when isNotNull(added.added()) || comesWithClass(added.object()) ->
            Optional.empty();
        case Missing missing when isBuiltIn(missing.missing()) -> Optional.empty();
        case Missing missing when isOfRunningRole(missing.object()) -> {
          unsure.add(missing.object());
          yield Optional.empty();
        }
        case Added added when mayBeOfRunningRole(added.object()) -> Optional.empty();
        case Missing missing when hasOtherArguments(missing.missing().name(), live, files) ->
            Optional.empty();
        case Added added when hasOtherArguments(added.added().name(), files, live) ->
            Optional.empty();
        case Added added when isVague(added.added()) -> {
          unsure.add(added.object());
          yield Optional.empty();
        }
        default -> Optional.of(difference);
      };
    }

    private boolean isVague(SchemaObject added) {
      return added instanceof RelationPart part
          && (part instanceof TableColumn || part instanceof TableConstraint)
          && hints.vague().contains(part.relation());
    }

    /// That a column is `NOT NULL` is a facet of the column; only PostgreSQL 18 and newer have a
    /// constraint for it, with a name that no statement need give.
    private static boolean isNotNull(SchemaObject object) {
      return object instanceof TableConstraint constraint
          && constraint.rule() instanceof Constraint.NotNull;
    }

    /// An operator class without a family creates one of the same name.
    private boolean comesWithClass(ObjectName object) {
      return object.kind() == ObjectKind.OPERATOR_FAMILY
          && files.find(object.as(ObjectKind.OPERATOR_CLASS)).isPresent();
    }

    /// `CREATE EXTENSION IF NOT EXISTS plpgsql` finds it there.
    private static boolean isBuiltIn(SchemaObject object) {
      return object.name().kind() == ObjectKind.EXTENSION
          && object.name().name().name().equals("plpgsql");
    }

    /// `ALTER DEFAULT PRIVILEGES` without `FOR ROLE`: no text says which role ran it.
    private static boolean isOfRunningRole(ObjectName object) {
      return object.kind() == ObjectKind.DEFAULT_PRIVILEGES
          && object.name().name().equals("current_user");
    }

    private boolean mayBeOfRunningRole(ObjectName object) {
      return object.kind() == ObjectKind.DEFAULT_PRIVILEGES
          && files.names().stream()
              .anyMatch(name ->
                  isOfRunningRole(name)
                      && name.equals(
                          object.named(
                              QualifiedName.of(object.name().schema(), name.name().name()))));
    }

    /// A routine whose arguments are spelled otherwise, with or without an extension's schema.
    private boolean hasOtherArguments(ObjectName name, Schema others, Schema own) {
      if (!name.kind().isRoutine()) {
        return false;
      }
      var text = withoutSchemas(name);
      var found =
          others.names().stream()
              .anyMatch(o ->
                  o.kind() == name.kind()
                      && own.find(o).isEmpty()
                      && withoutSchemas(o).equals(text));
      if (found) {
        unsure.add(name);
      }
      return found;
    }

    private static String withoutSchemas(ObjectName name) {
      return name.text().replaceAll("[\\w\"]+\\.(?=[\\w\"])", "");
    }

    private Optional<Difference> certain(Changed changed) {
      var rest = new ArrayList<FacetChange>();
      for (var change : changed.changes()) {
        switch (likeness(change, changed.from(), changed.to())) {
          case DIFFERENT -> rest.add(change);
          case UNSURE -> unsure.add(changed.object());
          case SAME -> {}
        }
      }
      return rest.isEmpty()
          ? Optional.empty()
          : Optional.of(new Changed(changed.from(), changed.to(), rest));
    }

    private Respelling likeness(FacetChange change, SchemaObject from, SchemaObject to) {
      var was = change.from();
      var is = change.to();
      var facet = change.facet().facet();
      if (facet == Facet.PRIVILEGES) {
        return privileges(change, to);
      }
      // What a statement need not say: the version and the schema of an extension.
      if (from instanceof SchemaObject.Extension && (was == null || is == null)) {
        return Respelling.SAME;
      }
      if (COMPLETED_BY_SERVER.contains(from.name().kind())
          && (facet == Facet.DEFINITION || facet == Facet.MAPPING || facet == Facet.CHANGE)) {
        return was != null && is != null && Respelling.haveSameWords(was, is)
            ? Respelling.SAME
            : Respelling.UNSURE;
      }
      if (isBaseType(from)) {
        return Respelling.UNSURE;
      }
      if (was == null || is == null) {
        return Respelling.DIFFERENT;
      }
      return switch (facet) {
        case DEFAULT -> Respelling.of(was, is, Set.of(), isText(from));
        case DEFINITION -> definition(was, is, from, to);
        case CHECK, USING, WHERE, KEYS, GENERATED, DOMAIN_CHECK, PARTITION_BY, PARTITION_BOUND ->
            respelling(was, is);
        case BODY ->
            from.facets().containsKey(FacetName.of(Facet.BODY_IS_SQL))
                ? respelling(was, is)
                : Respelling.DIFFERENT;
        // PostgreSQL forgets the length of an argument's type.
        case ARGUMENTS, RETURNS -> respelling(was.replaceAll("\\(\\d+(, ?\\d+)?\\)", ""), is);
        case COLUMNS -> columns(was);
        case ROLES -> was.contains("_user") ? Respelling.UNSURE : Respelling.DIFFERENT;
        case TYPE, COLLATION, ATTRIBUTE, ATTRIBUTES, RANGE ->
            was.equals("unknown") || withoutSchema(was).equals(withoutSchema(is))
                ? Respelling.SAME
                : Respelling.DIFFERENT;
        default -> Respelling.DIFFERENT;
      };
    }

    /// What the migrations granted is there; what else is granted, `deed grants` compares.
    private static Respelling privileges(FacetChange change, SchemaObject live) {
      var was = change.from();
      var grantee = change.facet().of();
      if (was == null
          || grantee.equals(live.attributes().owner())
          || grantee.contains("current_")
          || grantee.contains("session_")) {
        return Respelling.SAME;
      }
      if (change.to() == null || was.equals("none")) {
        return Respelling.DIFFERENT;
      }
      var is = Set.of(change.to().split(", "));
      for (var privilege : was.split(", ")) {
        if (!is.contains(privilege) && !is.contains(privilege + " with grant option")) {
          return Respelling.DIFFERENT;
        }
      }
      return Respelling.SAME;
    }

    /// `CREATE TYPE (LIKE = integer)`: the server prints what it copied.
    private static boolean isBaseType(SchemaObject object) {
      return object.name().kind() == ObjectKind.TYPE
          && object.facets().keySet().stream().anyMatch(f -> f.words().equals("option input"));
    }

    private static boolean isText(SchemaObject object) {
      return object instanceof TableColumn column
          && TEXTS.contains(column.type().text().replaceFirst("[(\\[].*", ""));
    }

    private Respelling definition(String was, String is, SchemaObject from, SchemaObject to) {
      if (!(from instanceof Relation.View old && to instanceof Relation.View now)) {
        return respelling(was, is);
      }
      if (!relations(old.reads()).equals(relations(now.reads()))) {
        return Respelling.DIFFERENT;
      }
      // The names of the columns are facts of their own.
      var names = new HashSet<>(hints.newNames());
      names.addAll(now.columns());
      return Respelling.of(was, is, names, false);
    }

    private Respelling respelling(String was, String is) {
      return Respelling.of(was, is, hints.newNames(), false);
    }

    private static Set<ObjectName> relations(List<ObjectName> reads) {
      var relations = new HashSet<ObjectName>();
      reads.stream()
          .filter(r -> r.kind().isRelation())
          .forEach(r -> relations.add(ObjectName.table(r.name())));
      return relations;
    }

    /// Not all names are known from a person's text.
    private static Respelling columns(String was) {
      return was.contains("\"\"") || was.contains("*") ? Respelling.SAME : Respelling.DIFFERENT;
    }

    /// An extension's type is known only without its schema: no statement says where the extension
    /// put it.
    private static String withoutSchema(String type) {
      return type.replaceAll("(?:[\\w$]+|\"(?:[^\"]|\"\")*+\")\\.(?=[\\w\"])", "");
    }
  }
}
