package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.ownership.teams.CatalogComponent;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the components of Backstage's `catalog-info.yaml`. Everything else in it is of no
/// interest, and what cannot be read is left out.
public final class CatalogFile {

  private static final Pattern DOCUMENT = Pattern.compile("(?m)^---.*$");

  private CatalogFile() {}

  public static List<CatalogComponent> components(SourceFile file, String text) {
    var components = new ArrayList<CatalogComponent>();
    var lines = 0;
    for (var part : DOCUMENT.split(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      // Line numbers stay right by line breaks in front.
      var document = "\n".repeat(lines) + part;
      lines += (int) part.chars().filter(c -> c == '\n').count();
      component(file, document).ifPresent(components::add);
    }
    return components;
  }

  private static Optional<CatalogComponent> component(SourceFile file, String document) {
    var root = YamlReader.read(document, new Problems(file)).orElse(null);
    if (root == null
        || !"Component".equals(ContractFile.text(root, "kind").map(Text::text).orElse(""))) {
      return Optional.empty();
    }
    var owner = ContractFile.value(root, "spec").flatMap(spec -> ContractFile.text(spec, "owner"));
    return ContractFile.value(root, "metadata")
        .flatMap(metadata -> ContractFile.text(metadata, "name"))
        .map(name ->
            new CatalogComponent(
                file,
                name.text(),
                owner.map(o -> o.text().replaceFirst("^.*[:/]", "")).orElse(null),
                owner.map(Text::span).orElse(name.span())));
  }
}
