package dev.deed.cli.job;

import dev.deed.cli.report.Report.BranchCopy;
import dev.deed.cli.scratch.CopyFailed;
import dev.deed.cli.scratch.CopySource;
import dev.deed.cli.scratch.ScratchCopy;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.scratch.ScratchBranch;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.sql.DatabaseName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Branches as databases of a server, which remembers them in a comment.
///
/// @param servers for each database of the environment
/// @param dropped leftovers that were dropped before
/// @param origin of the copies, in words
record ServerBranches(
    CopySource copies,
    Map<DatabaseName, ScratchServer> servers,
    List<String> dropped,
    String origin)
    implements Branches {

  @Override
  public void create(String name, @Nullable Instant time, Instant until) {
    refuseTime(time);
    for (var database : servers.keySet()) {
      if (found(name, database) != null) {
        throw new CopyFailed(
            "there is a branch %s of %s already".formatted(name, database),
            "deed branch reset %s, or delete it first".formatted(name));
      }
    }
    for (var database : servers.keySet()) {
      var copy = (ScratchCopy) copies.make(database);
      copy.database()
          .handOver(
              ScratchBranch.databaseOf(name, database.text()),
              "deed branch %s of %s/%s until %s".formatted(name, origin, database, until));
    }
  }

  /// A server copies only its present state.
  private static void refuseTime(@Nullable Instant time) {
    if (time != null) {
      throw new CopyFailed(
          "this provider cannot copy a database as it was at a time", "leave out --at");
    }
  }

  private @Nullable ScratchBranch found(String name, DatabaseName database) {
    var server = Objects.requireNonNull(servers.get(database));
    return server.branches().stream()
        .filter(b -> b.database().equals(ScratchBranch.databaseOf(name, database.text())))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<BranchCopy> all() {
    var all = new ArrayList<BranchCopy>();
    servers.values().stream()
        .distinct()
        .forEach(server ->
            server
                .branches()
                .forEach(b ->
                    all.add(
                        new BranchCopy(
                            b.remark().replaceFirst("^deed branch (\\S+) .*", "$1"),
                            server.url().of(b.database()).toString(),
                            b.until(),
                            b.bytes()))));
    return all;
  }

  @Override
  public Map<String, ConnectionUrl> urls(String name) {
    var urls = new LinkedHashMap<String, ConnectionUrl>();
    servers.forEach((database, server) -> {
      var branch = found(name, database);
      if (branch != null) {
        urls.put(database.text(), server.url().of(branch.database()));
      }
    });
    return urls;
  }

  @Override
  public void reset(String name, @Nullable Instant time, Instant until) {
    refuseTime(time);
    delete(name);
    create(name, null, until);
  }

  @Override
  public void delete(String name) {
    servers.forEach((database, server) -> {
      var branch = found(name, database);
      if (branch != null) {
        server.dropBranch(branch);
      }
    });
  }

  @Override
  public List<String> clear() {
    var all = new ArrayList<>(dropped);
    servers.values().stream().distinct().forEach(server -> all.addAll(server.dropLeftovers()));
    return all;
  }

  @Override
  public void close() {
    copies.close();
  }
}
