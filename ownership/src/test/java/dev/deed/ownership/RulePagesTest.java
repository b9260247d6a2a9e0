package dev.deed.ownership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.ownership.check.OwnershipCheck;
import dev.deed.ownership.check.OwnershipWatcher;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples on the rules' pages. `yaml` blocks that are whole files count; `sql setup` is run
/// by service api, the others by service web unless a line `-- service: api` says otherwise.
class RulePagesTest {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
  private static final String SERVICE = "-- service: ";
  private static final SourceFile FILE = new SourceFile("schema-ownership.yaml");
  private static final DatabaseName MAIN = new DatabaseName("main");

  private record Block(String kind, String text) {}

  static List<RuleName> rules() {
    return Cases.chosen(OwnershipRules.ALL, RuleName::text);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void finds_what_its_page_calls_bad_and_lets_the_good_pass(RuleName rule) throws IOException {
    var blocks = blocks(rule);
    var examples = 0;
    for (var block : blocks) {
      var isBad = block.kind().endsWith(" bad");
      if (block.kind().equals("yaml bad") || block.kind().equals("yaml good")) {
        var problems = OwnershipFile.of(FILE, block.text().getBytes(UTF_8)).problems();
        assertThat(problems.isEmpty()).as(block.text()).isEqualTo(!isBad);
        examples++;
      } else if (block.kind().equals("sql bad") || block.kind().equals("sql good")) {
        var found = findings(blocks, block.text()).stream().map(Finding::rule).toList();
        assertThat(found.contains(rule)).as("%s in %s", found, block.text()).isEqualTo(isBad);
        examples++;
      }
    }
    assertThat(examples).as("examples of " + rule).isPositive();
  }

  private static List<Finding> findings(List<Block> blocks, String sql) {
    var file = OwnershipFile.of(FILE, first(blocks, "yaml").getBytes(UTF_8));
    var reader = new SchemaReader(List.of("public"));
    var watcher = new OwnershipWatcher(file.map(), MAIN, reader.catalog());
    var scripts = new ArrayList<ServiceScript>();
    scripts.add(read(reader, watcher, "api", first(blocks, "sql setup")));
    var service = "web";
    for (var part : sql.split("(?m)^(?=" + SERVICE + ")")) {
      service =
          part.startsWith(SERVICE) ? part.lines().findFirst().orElseThrow().substring(12) : service;
      scripts.add(read(reader, watcher, service, part));
    }
    return new OwnershipCheck(file.map(), Map.of(MAIN, watcher.owners(reader.schema())))
        .check(MAIN, scripts);
  }

  private static ServiceScript read(
      SchemaReader reader, OwnershipWatcher watcher, String service, String text) {
    var script = ScriptReader.read(new SourceFile("example.sql"), text);
    assertThat(script.problems()).as(text).isEmpty();
    return watcher.read(new ServiceName(service), script, watch -> reader.read(script, watch));
  }

  private static String first(List<Block> blocks, String kind) {
    return blocks.stream()
        .filter(b -> b.kind().startsWith(kind))
        .map(Block::text)
        .findFirst()
        .orElse("");
  }

  /// Parts of an ownership file are there to be read only.
  private static List<Block> blocks(RuleName rule) throws IOException {
    try (var page = RulePagesTest.class.getResourceAsStream("/dev/deed/rules/" + rule + ".md")) {
      var text = new String(Objects.requireNonNull(page, "no page").readAllBytes(), UTF_8);
      assertThat(text).startsWith("# " + rule + "\n");
      return FENCE
          .matcher(text)
          .results()
          .map(m -> new Block(m.group(1), m.group(2)))
          .filter(b -> !b.kind().startsWith("yaml") || b.text().startsWith("version:"))
          .toList();
    }
  }
}
