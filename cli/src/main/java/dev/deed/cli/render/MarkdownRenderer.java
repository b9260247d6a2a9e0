package dev.deed.cli.render;

import java.util.Optional;

/// For people who read it elsewhere: in the repository, in a pull request.
final class MarkdownRenderer implements Renderer {

  @Override
  public Optional<String> render(Report report) {
    return switch (report) {
      case Report.Owners owners -> Optional.of(OwnersMarkdown.of(owners));
      default -> Optional.empty();
    };
  }
}
