package dev.deed.cli.render;

import java.util.Optional;

/// For people who read it elsewhere: in the repository, in a pull request.
final class MarkdownRenderer implements FindingsRenderer {

  @Override
  public Optional<String> render(Report report) {
    return switch (report) {
      case Report.Owners owners -> Optional.of(OwnersMarkdown.of(owners));
      case Report.Explained explained -> Optional.of(RulesMarkdown.of(explained));
      case Report.RuleList rules -> Optional.of(RulesMarkdown.of(rules));
      default -> FindingsRenderer.super.render(report);
    };
  }

  @Override
  public String findings(Report.OfFindings report) {
    return FindingsMarkdown.findings(report);
  }

  @Override
  public String failure(Report.Failed report) {
    return FindingsMarkdown.failure(report);
  }
}
