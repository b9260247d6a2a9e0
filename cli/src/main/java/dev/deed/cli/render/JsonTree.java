package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What another program has answered in JSON.
public record JsonTree(Map<String, String> values, Map<String, List<JsonTree>> children) {

  public JsonTree {
    values = Map.copyOf(values);
    children = Map.copyOf(children);
  }

  private static final JsonTree NOTHING = new JsonTree(Map.of(), Map.of());

  /// An answer that is not an object has no values.
  public static JsonTree read(String text) {
    try (var json = new JsonFactory().createParser(text)) {
      json.nextToken();
      return json.isExpectedStartObjectToken() ? object(json) : NOTHING;
    } catch (IOException e) {
      return NOTHING;
    }
  }

  private static JsonTree object(JsonParser json) throws IOException {
    var values = new LinkedHashMap<String, String>();
    var children = new LinkedHashMap<String, List<JsonTree>>();
    for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (json.isExpectedStartObjectToken()) {
        children.put(name, List.of(object(json)));
      } else if (json.isExpectedStartArrayToken()) {
        children.put(name, array(json));
      } else {
        var value = json.getValueAsString();
        if (value != null) {
          values.put(name, value);
        }
      }
    }
    return new JsonTree(values, children);
  }

  private static List<JsonTree> array(JsonParser json) throws IOException {
    var all = new ArrayList<JsonTree>();
    for (var token = json.nextToken();
        token != null && !token.isStructEnd();
        token = json.nextToken()) {
      if (json.isExpectedStartObjectToken()) {
        all.add(object(json));
      } else {
        json.skipChildren();
      }
    }
    return all;
  }

  /// Empty where there is none.
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /// Objects of an array, or the one object of that name.
  public List<JsonTree> all(String name) {
    return children.getOrDefault(name, List.of());
  }

  /// Without values where there is none.
  public JsonTree child(String name) {
    return all(name).stream().findFirst().orElse(NOTHING);
  }

  /// An object as JSON, without fields that are empty.
  ///
  /// @param fields values that are objects or arrays in JSON are written as they are
  public static String object(Map<String, Object> fields) {
    return JsonText.line(json -> write(json, fields));
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case Map<?, ?> fields -> {
        json.writeStartObject();
        for (var field : fields.entrySet()) {
          if (!String.valueOf(field.getValue()).isEmpty()) {
            json.writeFieldName(String.valueOf(field.getKey()));
            write(json, field.getValue());
          }
        }
        json.writeEndObject();
      }
      case List<?> all -> {
        json.writeStartArray();
        for (var one : all) {
          write(json, one);
        }
        json.writeEndArray();
      }
      default -> json.writeString(String.valueOf(value));
    }
  }
}
