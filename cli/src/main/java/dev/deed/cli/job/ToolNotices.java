package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.Migration;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.ToolProgress;
import java.util.ArrayList;
import java.util.List;

/// What the history tables of other tools say of a database, for `status`.
final class ToolNotices {

  private ToolNotices() {}

  /// @param migrations of that database, in their order
  static List<String> of(History history, List<Migration> migrations, String environment) {
    var notices = new ArrayList<String>();
    for (var tool : history.tools()) {
      if (tool.trouble() != null) {
        notices.add("%s: %s".formatted(tool.words(), tool.trouble()));
      } else if (migrations.stream().anyMatch(tool::isOf)) {
        ofFolder(tool, history, migrations, environment, notices);
      } else {
        notices.add(
            "%s has a history here, too, and no folder in the ownership file"
                .formatted(tool.words()));
      }
    }
    return notices;
  }

  private static void ofFolder(
      ToolHistory tool,
      History history,
      List<Migration> migrations,
      String environment,
      List<String> notices) {
    var progress = ToolProgress.of(tool, migrations);
    var all = migrations.stream().filter(tool::isOf).toList();
    var isAdopted = history.isAdopted(tool.tool());
    notices.add(
        "%s: %d of %d applied%s"
            .formatted(
                tool.words(),
                progress.applied().size(),
                all.size(),
                isAdopted
                    ? "; deed has taken over from it"
                    : "; deed takes over with deed adopt --env " + environment));
    progress
        .failed()
        .forEach(m -> notices.add("%s has not ended well in %s".formatted(m.file(), tool.words())));
    if (!isAdopted) {
      progress
          .changed()
          .forEach(m ->
              notices.add("%s was changed after %s applied it".formatted(m.file(), tool.title())));
    }
    progress
        .unknown()
        .forEach(row ->
            notices.add(
                "%s has %s, which has no file here"
                    .formatted(tool.words(), row.name().replace('\n', ' '))));
  }
}
