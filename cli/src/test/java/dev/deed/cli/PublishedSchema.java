package dev.deed.cli;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.deed.sql.golden.Golden;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schema that a product publishes for its files, from `src/test/resources/ci`.
final class PublishedSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOOKS = "https://json.schemastore.org/pre-commit-hooks.json";

  private final Schema schema;
  private final Set<String> names = new HashSet<>();
  private final Set<String> freeBelow;

  /// @param freeBelow the keys whose values have keys that a user chooses; `""` for those at the
  ///   top
  private PublishedSchema(SpecificationVersion version, String name, Set<String> freeBelow) {
    this.schema =
        SchemaRegistry.withDefaultDialect(
                version,
                registry ->
                    registry.schemas(id -> id.equals(HOOKS) ? text("pre-commit-hooks") : null))
            .getSchema(text(name));
    this.freeBelow = freeBelow;
    collect(JSON.readTree(text(name)));
    if (name.equals("pre-commit-config")) {
      collect(JSON.readTree(text("pre-commit-hooks")));
    }
  }

  static PublishedSchema named(String name) {
    return switch (name) {
      case "github-workflow" -> of(name, "jobs", "env", "with");
      case "github-action" -> of(name, "inputs", "env");
      case "gitlab-ci" -> of(name, "", "variables");
      case "pre-commit-config", "pre-commit-hooks" -> of(name);
      case "lefthook" ->
          new PublishedSchema(SpecificationVersion.DRAFT_2020_12, name, Set.of("commands"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static PublishedSchema of(String name, String... freeBelow) {
    return new PublishedSchema(SpecificationVersion.DRAFT_7, name, Set.of(freeBelow));
  }

  private static String text(String name) {
    return Golden.read(Golden.fixture("ci/%s-schema.json".formatted(name)));
  }

  private void collect(JsonNode node) {
    if (node.path("properties").isObject()) {
      names.addAll(node.get("properties").propertyNames());
    }
    node.forEach(this::collect);
  }

  /// With aliases as what they stand for, and with `on` as a text, as the servers read both.
  private static JsonNode read(String yaml) {
    return json(new Yaml().compose(new StringReader(yaml)));
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case MappingNode map -> {
        var object = JSON.createObjectNode();
        map.getValue()
            .forEach(entry ->
                object.set(
                    ((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode())));
        yield object;
      }
      case SequenceNode list ->
          JSON.createArrayNode()
              .addAll(list.getValue().stream().map(PublishedSchema::json).toList());
      case ScalarNode scalar ->
          scalar.getTag().equals(Tag.STR)
              ? JSON.valueToTree(scalar.getValue())
              : scalar.getTag().equals(Tag.NULL)
                  ? JSON.nullNode()
                  : JSON.readTree(scalar.getValue());
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  /// What the schema refuses. Some schemas allow further keys at some places: a key that none of
  /// their places has is a mistake all the same.
  List<String> mistakes(String yaml) {
    return mistakes(read(yaml));
  }

  private List<String> mistakes(JsonNode file) {
    var mistakes = new ArrayList<String>();
    schema.validate(file).forEach(mistake -> mistakes.add(mistake.toString()));
    for (var key : keys(file)) {
      if (!names.contains(key.name())) {
        mistakes.add("%s/%s: unknown".formatted(key.parent(), key.name()));
      }
    }
    return mistakes;
  }

  /// The keys of a file that could each be misspelt without a mistake.
  List<String> unguarded(String yaml) {
    var file = read(yaml);
    var unguarded = new ArrayList<String>();
    for (var key : keys(file)) {
      var copy = file.deepCopy();
      var parent = (ObjectNode) copy.at(key.parent());
      parent.set(key.name() + "x", parent.remove(key.name()));
      if (mistakes(copy).isEmpty()) {
        unguarded.add("%s/%s".formatted(key.parent(), key.name()));
      }
    }
    return unguarded;
  }

  private record Key(JsonPointer parent, String name) {}

  private List<Key> keys(JsonNode file) {
    var keys = new ArrayList<Key>();
    collect(file, JsonPointer.empty(), "", keys);
    return keys;
  }

  private void collect(JsonNode node, JsonPointer at, String name, List<Key> keys) {
    if (node.isObject() && !name.equals("matrix")) {
      for (var property : node.properties()) {
        var isFree = freeBelow.contains(name);
        if (!isFree) {
          keys.add(new Key(at, property.getKey()));
        }
        collect(
            property.getValue(),
            at.appendProperty(property.getKey()),
            isFree ? "*" : property.getKey(),
            keys);
      }
    }
    for (var i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at.appendIndex(i), "*", keys);
    }
  }
}
