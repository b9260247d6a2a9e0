package dev.deed.engine.catalog;

import dev.deed.engine.catalog.LiveRelation.LiveColumn;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The types of a live database in the spelling of the replayed schema: the same reader reads both.
final class LiveTypes {

  private final Map<String, String> normal;

  private LiveTypes(Map<String, String> normal) {
    this.normal = normal;
  }

  static LiveTypes of(List<LiveRelation> relations) {
    var texts =
        relations.stream()
            .flatMap(relation -> relation.columns().stream())
            .map(LiveColumn::type)
            .distinct()
            .toList();
    var sql = new StringBuilder();
    for (var i = 0; i < texts.size(); i++) {
      sql.append("CREATE TABLE t%d (c %s);\n".formatted(i, texts.get(i)));
    }
    var reader = new SchemaReader(List.of("types"));
    reader.read(ScriptReader.read(new SourceFile("types"), sql.toString()));
    var normal = new HashMap<String, String>();
    for (var object : reader.schema().objects()) {
      if (object instanceof TableColumn column) {
        var number = Integer.parseInt(column.relation().name().substring(1));
        normal.put(texts.get(number), column.type().text());
      }
    }
    return new LiveTypes(normal);
  }

  String normal(String type) {
    return normal.getOrDefault(type, type);
  }

  /// An extension's type is known only without its schema: no statement says where the extension
  /// put it.
  boolean isSame(String expected, String actual) {
    return expected.equals(actual) || withoutSchema(expected).equals(withoutSchema(actual));
  }

  private static String withoutSchema(String type) {
    var end = type.indexOf('(') < 0 ? type.length() : type.indexOf('(');
    var dot = type.lastIndexOf('.', end - 1);
    return type.substring(dot + 1);
  }
}
