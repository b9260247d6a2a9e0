package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.DefinedOptions;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.TextSearchMappings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Replays text search configurations and dictionaries: each mapping and each option is kept as it
/// is now.
final class TextSearchReplay {

  /// Dictionaries that have another name than the extension that brings them.
  private static final Map<String, String> EXTENSIONS =
      Map.of("intdict", "dict_int", "xsyn", "dict_xsyn");

  /// PostgreSQL's own.
  private static final Set<String> TEMPLATES =
      Set.of("simple", "synonym", "ispell", "thesaurus", "snowball");

  private final ReplaySession surrounding;

  TextSearchReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
  }

  Other created(Creates creates, ObjectName name, List<ObjectName> parts, Attributes attributes) {
    for (var part : creates.parts()) {
      if (part.object().kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION) {
        return copied(creates, name, part, attributes);
      }
    }
    var definition =
        creates.definition().equals("(parser = 'default')")
            ? TextSearchMappings.STANDARD
            : creates.definition();
    return new Other(name, definition, List.of(), parts, attributes);
  }

  private Other copied(
      Creates creates, ObjectName name, ObjectAccess source, Attributes attributes) {
    var resolved = surrounding.names().object(source.object());
    if (surrounding.state.get(resolved) instanceof Other other) {
      return new Other(name, other.definition(), other.changes(), other.parts(), attributes);
    }
    var mappings =
        isBuiltIn(source.object().name())
            ? TextSearchMappings.ofBuiltIn(source.object().name().name())
            : null;
    return mappings == null
        ? new Other(name, creates.definition(), List.of(), List.of(resolved), attributes)
        : new Other(name, TextSearchMappings.STANDARD, mappings.changes(), List.of(), attributes);
  }

  private static boolean isBuiltIn(QualifiedName name) {
    return name.schema() == null || name.schema().equals("pg_catalog");
  }

  /// All mappings after a change; the texts of the changes if it is not known what they change.
  List<String> changes(Other configuration, Alters alters) {
    if (!configuration.definition().equals(TextSearchMappings.STANDARD)) {
      var changes = new ArrayList<>(configuration.changes());
      changes.add(alters.change());
      return changes;
    }
    var mappings = TextSearchMappings.of(configuration.changes());
    mappings.apply(
        alters.change(), alters.parts().stream().map(p -> dictionary(p.object())).toList());
    return mappings.changes();
  }

  /// The options of a dictionary, as `pg_dump` writes them.
  ///
  /// @param was before the change
  /// @param written of the statement; one without a value takes an option away
  String options(String was, String written) {
    var options = DefinedOptions.byName(was.isEmpty() ? "()" : was);
    options.remove("");
    DefinedOptions.byName(written)
        .forEach((name, value) -> {
          if (value.isEmpty()) {
            options.remove(name);
          } else {
            options.put(name, name.equals("template") ? template(value) : quoted(value));
          }
        });
    return options.entrySet().stream()
        .map(o -> o.getKey() + " = " + o.getValue())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String quoted(String value) {
    return value.startsWith("'") ? value : Literal.quoted(value);
  }

  private String template(String value) {
    var name = RelationLiteral.parse(value.replace("'", ""));
    if (name.schema() != null) {
      return name.quoted();
    }
    return TEMPLATES.contains(name.name())
        ? "pg_catalog." + name.quoted()
        : dictionary(ObjectName.of(ObjectKind.TEXT_SEARCH_TEMPLATE, name)).quoted();
  }

  private QualifiedName dictionary(ObjectName written) {
    var name = written.name();
    var resolved = surrounding.names().object(written);
    if (surrounding.state.has(resolved)) {
      return resolved.name();
    }
    if (isBuiltIn(name) && TextSearchMappings.isBuiltInDictionary(name.name())) {
      return QualifiedName.of(name.name());
    }
    var brought = EXTENSIONS.getOrDefault(name.name().replace("_template", ""), name.name());
    var extension = ObjectName.of(ObjectKind.EXTENSION, QualifiedName.of(brought));
    return name.schema() == null
            && surrounding.state.get(extension) instanceof Extension own
            && own.schema() != null
        ? QualifiedName.of(own.schema(), name.name())
        : resolved.name();
  }
}
