package dev.deed.cli.render;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.ServiceFolder;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The file that makes GitHub ask a service's team to review changes of its migrations.
final class CodeownersRenderer implements Renderer {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;<>()]+");

  /// `@user`, `@organization/team`, or an e-mail address.
  private static final Pattern HANDLE =
      Pattern.compile(
          "@[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9._-]+)?|[^\\s@#]+@[^\\s@#]+\\.[^\\s@#]+");

  private static final Pattern MEANS_MORE = Pattern.compile("[\\\\ *?\\[\\]]");

  @Override
  public Optional<String> render(Report report) {
    return report instanceof OwnerReport.Owners owners
        ? Optional.of(text(owners.folders()))
        : Optional.empty();
  }

  private static String text(List<ServiceFolder> folders) {
    return """
    # The owners of migration folders. Generated from the ownership file: change that file, then run
    # deed owners --format codeowners=CODEOWNERS
    """
        + folders.stream().map(CodeownersRenderer::line).collect(Collectors.joining());
  }

  /// Comments out a folder without a usable contact: a pattern without an owner would remove all
  /// owners.
  private static String line(ServiceFolder folder) {
    var handles = handles(Objects.toString(folder.service().contact(), ""));
    var pattern =
        "/" + MEANS_MORE.matcher(PrintableText.line(folder.path())).replaceAll("\\\\$0") + "/";
    return handles.isEmpty()
        ? "# %s the contact of %s has no @user, no @organization/team and no e-mail address\n"
            .formatted(pattern, folder.service().name())
        : pattern + " " + String.join(" ", handles) + "\n";
  }

  private static List<String> handles(String contact) {
    return Arrays.stream(SEPARATORS.split(contact))
        .filter(word -> HANDLE.matcher(word).matches())
        .distinct()
        .toList();
  }
}
