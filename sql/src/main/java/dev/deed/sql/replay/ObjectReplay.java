package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.ChangesOwner;
import dev.deed.sql.effect.ObjectEffect.Comments;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.DependsOnExtension;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.ImportsTables;
import dev.deed.sql.effect.ObjectEffect.Labels;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.FamilyMembers;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.TableDraft;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replays statements that are the same for objects of many kinds.
final class ObjectReplay {

  private static final Pattern FAMILY = Pattern.compile(" family (\\S+) as ");

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final PrivilegeReplay privileges;
  private final NameChanges moves;
  private final CommentReplay remarks;
  private final PublicationReplay publications;
  private final TextSearchReplay textSearch;

  ObjectReplay(ReplaySession surrounding, PrivilegeReplay privileges) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.privileges = privileges;
    this.moves = new NameChanges(surrounding);
    this.remarks = new CommentReplay(surrounding);
    this.textSearch = new TextSearchReplay(surrounding);
    this.publications = new PublicationReplay(surrounding, privileges);
  }

  /// @param statement of the effect: it names the functions that statistics compute with
  void apply(ObjectEffect effect, Statement statement) {
    switch (effect) {
      case Drops drops -> drop(drops);
      case Renames renames -> moves.rename(name(renames), renames.newName());
      case MovesToSchema moved -> moves.move(name(moved), moved.newSchema());
      case ChangesOwner changes -> changeOwner(name(changes), changes.newOwner());
      case Comments comments -> remarks.comment(name(comments), comments.text());
      case Labels labels -> remarks.label(name(labels), labels.provider(), labels.label());
      case Creates creates -> create(creates, statement);
      case CreatesExtension creates -> create(creates);
      case Publishes publishes -> publications.apply(publishes);
      case Alters alters -> alter(alters);
      case ImportsTables imports -> importTables(imports);
      case DependsOnExtension depends ->
          surrounding.change(
              name(depends), a -> a.withExtension(depends.extension(), !depends.no()));
    }
  }

  private ObjectName name(ObjectEffect effect) {
    return surrounding.names().object(effect.object());
  }

  private void drop(Drops drops) {
    var name = name(drops);
    switch (name.kind()) {
      case SCHEMA -> {
        if (drops.cascade()) {
          surrounding.cascades.dropSchema(name.name().name());
        }
        state.remove(name);
      }
      case DOMAIN_CONSTRAINT -> {}
      default -> surrounding.cascades.drop(name, drops.cascade());
    }
  }

  /// Sequences change owner with the table that owns them.
  private void changeOwner(ObjectName name, String written) {
    var owner = privileges.role(written);
    privileges.changeOwner(name, owner);
    if (name.kind() == ObjectKind.TABLE) {
      var table = state.table(name.name());
      if (table != null) {
        sequences(table).forEach(s -> privileges.changeOwner(s, owner));
      }
    }
  }

  private List<ObjectName> sequences(Table table) {
    var found = new ArrayList<ObjectName>();
    for (var column : table.columns()) {
      var name = SchemaState.columnName(table.qualifiedName(), column);
      state.sequencesOf(name).forEach(s -> found.add(s.name()));
    }
    return found;
  }

  /// Roles, databases and similar objects belong to the whole server, not to a schema.
  private static boolean isShared(ObjectKind kind) {
    return kind == ObjectKind.ROLE || kind == ObjectKind.DATABASE || kind == ObjectKind.TABLESPACE;
  }

  private void create(Creates creates, Statement statement) {
    if (isShared(creates.object().kind())) {
      return;
    }
    var name = created(creates.object());
    var before = state.get(name);
    if (creates.ifNotExists() && before != null) {
      return;
    }
    var attributes = before == null ? privileges.ofNew(name) : before.attributes();
    if (name.kind() == ObjectKind.SCHEMA) {
      state.put(new Other(name, "", List.of(), List.of(), ownedAsWritten(attributes, creates)));
      return;
    }
    if (name.kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION) {
      state.put(textSearch.created(creates, name, parts(creates.parts()), attributes));
      return;
    }
    var definition =
        name.kind() == ObjectKind.OPERATOR_CLASS
            ? inFamily(name, qualified(creates))
            : qualified(creates);
    var parts = new LinkedHashSet<>(parts(creates.parts()));
    parts.addAll(computedWith(creates, statement, surrounding));
    var family = FAMILY.matcher(definition);
    if (name.kind() == ObjectKind.OPERATOR_CLASS && family.find()) {
      parts.add(
          ObjectName.operators(
              ObjectKind.OPERATOR_FAMILY,
              RelationLiteral.parse(family.group(1)),
              name.accessMethod()));
    }
    state.put(new Other(name, definition, List.of(), List.copyOf(parts), attributes));
  }

  /// Where no family is written, the class is in one of its own name, which PostgreSQL creates.
  private String inFamily(ObjectName operatorClass, String definition) {
    var method = operatorClass.accessMethod();
    var written = FAMILY.matcher(definition);
    var family =
        ObjectName.operators(
            ObjectKind.OPERATOR_FAMILY,
            written.find() ? RelationLiteral.parse(written.group(1)) : operatorClass.name(),
            method);
    var known = surrounding.names().object(family);
    if (written.hasMatch()) {
      return written.replaceFirst(
          " family " + Matcher.quoteReplacement(known.name().quoted()) + " as ");
    }
    if (!state.has(family)) {
      state.put(new Other(family, "", List.of(), List.of(), privileges.ofNew(family)));
    }
    return definition.replaceFirst(
        " as ", " family " + Matcher.quoteReplacement(family.name().quoted()) + " as ");
  }

  /// `CREATE SCHEMA ... AUTHORIZATION role`
  private Attributes ownedAsWritten(Attributes attributes, Creates creates) {
    var words = CanonicalWords.of(creates.definition());
    var role = words.isEmpty() ? "current_user" : privileges.role(words.getLast());
    return role.equals("current_user") ? attributes : attributes.withOwner(role);
  }

  /// The functions and types that the expressions of statistics name.
  static List<ObjectName> computedWith(
      Creates creates, Statement statement, ReplaySession surrounding) {
    return creates.object().kind() == ObjectKind.STATISTICS
        ? NamedObjects.in(statement.effects(), surrounding.state, surrounding.names()).stream()
            .filter(o -> !o.kind().isRelation() && o.kind() != ObjectKind.EXTENSION)
            .toList()
        : List.of();
  }

  /// The definition, independent of the search path.
  private String qualified(Creates creates) {
    switch (creates.object().kind()) {
      case AGGREGATE, OPERATOR -> {
        return withSchemas(creates);
      }
      case TEXT_SEARCH_DICTIONARY -> {
        return textSearch.options("", creates.definition());
      }
      case CAST -> {
        return withFunction(creates);
      }
      case COLLATION -> {
        // PostgreSQL's default provider.
        return CopiedCollation.of(creates.definition(), surrounding)
            .replace(", provider = 'libc'", "");
      }
      default -> {}
    }
    var isStatistics = creates.object().kind() == ObjectKind.STATISTICS;
    var text = creates.definition();
    for (var part : creates.parts()) {
      var written = part.object();
      var resolved = surrounding.names().object(written);
      // A function that no script creates is one of PostgreSQL's own.
      var isOwn = !written.kind().isRoutine() || state.has(resolved);
      if (isOwn && !written.name().isQualified() && resolved.name().isQualified()) {
        var rename = new ObjectRename(written.as(resolved.kind()), resolved);
        text = isStatistics ? rename.statistics(text) : rename.text(text);
      }
    }
    return creates.object().kind() == ObjectKind.EVENT_TRIGGER
        ? text.replace("execute procedure ", "execute function ")
        : text;
  }

  /// `(sfunc = public.f, stype = public.t)`
  private String withSchemas(Creates creates) {
    var text = creates.definition();
    for (var part : creates.parts()) {
      var written = part.object();
      var name =
          written.kind().isRoutine()
              ? surrounding.names().function(written.name())
              : surrounding.names().object(written).name();
      if (!written.name().isQualified() && name.isQualified()) {
        text =
            text.replaceAll(
                "(?<== )" + Pattern.quote(written.name().quoted()) + "(?=[\\[,)])",
                Matcher.quoteReplacement(name.quoted()));
      }
    }
    return text;
  }

  /// `with function public.f(integer)`
  private String withFunction(Creates creates) {
    var text = creates.definition();
    for (var part : creates.parts()) {
      var resolved = surrounding.names().object(part.object());
      if (part.object().kind().isRoutine() && state.has(resolved)) {
        var function = resolved.name().quoted() + resolved.arguments();
        return text.replaceFirst(
            "^with function .*\\)", "with function " + Matcher.quoteReplacement(function));
      }
    }
    return text;
  }

  private ObjectName created(ObjectName name) {
    if (name.kind() == ObjectKind.OPERATOR) {
      return ObjectName.operator(
          surrounding.names().created(name.name()), surrounding.names().operands(name.arguments()));
    }
    return name.kind().isInSchema()
        ? name.named(surrounding.names().created(name.name()))
        : surrounding.names().object(name);
  }

  private List<ObjectName> parts(List<ObjectAccess> parts) {
    return surrounding.names().objects(parts.stream().map(ObjectAccess::object).toList());
  }

  private void create(CreatesExtension creates) {
    if (state.has(creates.object())) {
      return;
    }
    var schema = creates.schema() == null ? firstSchema() : creates.schema();
    state.put(new Extension(creates.object(), schema, creates.version(), Attributes.NONE));
  }

  private @Nullable String firstSchema() {
    return surrounding.names().created(QualifiedName.of("x")).schema();
  }

  private void alter(Alters alters) {
    var name = name(alters);
    if (state.get(name) instanceof Other other) {
      var changes =
          other.name().kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION
              ? textSearch.changes(other, alters)
              : changes(other, alters.change());
      var parts = new LinkedHashSet<>(other.parts());
      parts.addAll(parts(alters.parts()));
      state.put(
          name.kind() == ObjectKind.TEXT_SEARCH_DICTIONARY
              ? new Other(
                  name,
                  textSearch.options(other.definition(), alters.change()),
                  other.changes(),
                  other.parts(),
                  other.attributes())
              : new Other(
                  name, other.definition(), changes, List.copyOf(parts), other.attributes()));
    } else if (state.get(name) instanceof Extension extension) {
      state.put(altered(extension, CanonicalWords.of(alters.change())));
    }
  }

  /// What may be said only once replaces what was said before.
  private static List<String> changes(Other other, String change) {
    var changes = new ArrayList<>(other.changes());
    switch (other.name().kind()) {
      case EVENT_TRIGGER -> {
        changes.removeIf(c -> c.startsWith("enable") || c.startsWith("disable"));
        if (change.equals("enable")) {
          return changes;
        }
      }
      case STATISTICS -> {
        changes.removeIf(c -> c.startsWith("set statistics"));
        if (change.replace(" ", "").endsWith("-1") || change.endsWith("default")) {
          return changes;
        }
      }
      case OPERATOR_FAMILY -> {
        changes.add(change);
        return FamilyMembers.of(changes).changes();
      }
      default -> {}
    }
    changes.add(change);
    return changes;
  }

  /// `set schema s`, `update to '1.2'`
  private static Extension altered(Extension extension, List<String> words) {
    var last = words.isEmpty() ? "" : words.getLast();
    if (words.size() == 3 && words.get(1).equals("schema")) {
      return new Extension(extension.name(), last, extension.version(), extension.attributes());
    }
    if (words.size() == 3 && words.getFirst().equals("update")) {
      return new Extension(extension.name(), extension.schema(), last, extension.attributes());
    }
    return extension;
  }

  private void importTables(ImportsTables imports) {
    var schema = imports.object().name().name();
    for (var table : imports.only()) {
      var name = QualifiedName.of(schema, table.name());
      state.put(TableDraft.named(ObjectName.of(ObjectKind.FOREIGN_TABLE, name)).table());
    }
  }
}
