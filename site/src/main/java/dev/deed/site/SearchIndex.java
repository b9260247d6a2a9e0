package dev.deed.site;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/// What the search looks through, as a script: a page that was opened from a disk may not read
/// files.
final class SearchIndex {

  private SearchIndex() {}

  static String of(List<Page> pages) throws IOException {
    var out = new StringWriter();
    out.write("window.deedPages = ");
    try (var json = new JsonFactory().createGenerator(out)) {
      json.writeStartArray();
      for (var page : pages) {
        json.writeStartObject();
        json.writeStringField("path", page.target().toString().replace('\\', '/'));
        json.writeStringField("title", page.title());
        json.writeStringField("section", page.section().title());
        json.writeStringField("words", page.words().replaceAll("\\s+", " "));
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return out + ";\n";
  }
}
