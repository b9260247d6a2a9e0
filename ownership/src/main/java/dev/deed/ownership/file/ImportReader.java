package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.ownership.teams.TeamSources;
import dev.deed.ownership.teams.TeamSources.Place;
import dev.deed.sql.Span;
import java.util.List;

/// Reads `import`: the files that teams are kept in step with.
final class ImportReader {

  private static final List<String> KEYS = List.of("codeowners", "backstage", "odcs");

  private ImportReader() {}

  static TeamSources read(Fields file, Problems problems) {
    var value = file.value("import").orElse(new Text("", true, Span.NONE));
    var fields = Fields.of("import", value, problems, KEYS);
    return new TeamSources(
        fields.text("codeowners").map(ImportReader::place).orElse(null),
        fields.texts("backstage").stream().map(ImportReader::place).toList(),
        fields.texts("odcs").stream().map(ImportReader::place).toList());
  }

  private static Place place(Text text) {
    return new Place(text.text(), text.span());
  }
}
