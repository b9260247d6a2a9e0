package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRemark;
import dev.deed.engine.HistoryRemarks;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import java.util.List;
import java.util.stream.Collectors;

/// What is odd in the histories of the project's databases.
record OddHistory(Project project) {

  List<HistoryRemark> remarks(History history) {
    var map = project.ownership().map();
    return HistoryRemarks.of(
        history,
        map.services().stream().map(Service::name).collect(Collectors.toSet()),
        map.databases().stream().map(Database::name).collect(Collectors.toSet()));
  }

  List<String> notices(History history) {
    return remarks(history).stream().map(HistoryRemark::words).toList();
  }
}
