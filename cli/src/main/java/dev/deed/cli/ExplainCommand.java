package dev.deed.cli;

import dev.deed.cli.job.RuleBook;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
import dev.deed.lint.Rules;
import dev.deed.ownership.file.OwnershipSchema;
import dev.deed.sql.Nearest;
import dev.deed.sql.RuleName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    header = "Explain what a rule looks for, why, and what to do; or list all rules.",
    description = {
      "`deed explain schema` prints the JSON Schema of schema-ownership.yaml, by which",
      "editors complete and check that file.",
      ""
    },
    sortOptions = false)
final class ExplainCommand implements ReportingCommand {

  @Parameters(
      paramLabel = "RULE",
      arity = "0..1",
      description = "The rule's name, in brackets after a finding; or schema.")
  private @Nullable String rule;

  @Override
  public List<Format> formats() {
    return Format.OF_PAGES;
  }

  @Override
  public Report report() {
    var all = RuleBook.all();
    if (rule == null) {
      return new RuleReport.RuleList(all);
    }
    if (rule.equals("schema")) {
      return new Report.Page(OwnershipSchema.text());
    }
    var name = rule.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    return all.stream()
        .filter(r -> r.name().text().equals(name))
        .findFirst()
        .map(RuleReport.Explained::new)
        .orElseThrow(() -> new NoSuchRule(name, all.stream().map(r -> r.name().text()).toList()));
  }

  /// @throws NoSuchRule if the linter has no rule of that name
  static RuleName lintRule(String name) {
    var known = Rules.ALL.stream().map(rule -> rule.name().text()).toList();
    if (!known.contains(name)) {
      throw new NoSuchRule(name, known);
    }
    return new RuleName(name);
  }

  static final class NoSuchRule extends UserException {

    private static final long serialVersionUID = 1L;

    NoSuchRule(String name, List<String> known) {
      super(
          "there is no rule " + name,
          Nearest.of(name, known).map("did you mean %s? "::formatted).orElse("")
              + "deed explain lists all rules");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
