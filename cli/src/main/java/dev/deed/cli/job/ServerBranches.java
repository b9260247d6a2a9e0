package dev.deed.cli.job;

import dev.deed.cli.report.Report.BranchCopy;
import dev.deed.cli.scratch.CopyFailed;
import dev.deed.cli.scratch.CopySource;
import dev.deed.cli.scratch.ScratchCopy;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.engine.scratch.ScratchBranch;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.sql.DatabaseName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Branches as databases of a server, which remembers them in a comment.
///
/// @param servers for each database of the environment
/// @param origin of the copies, in words
record ServerBranches(CopySource copies, Map<DatabaseName, ScratchServer> servers, String origin)
    implements Branches {

  @Override
  public void create(String name, @Nullable Instant time, Instant until) {
    refuseTime(time);
    for (var database : servers.keySet()) {
      var taken = taken(name, database);
      if (taken != null) {
        throw CopyFailed.refused(
            "there is a branch %s of %s already".formatted(name, taken),
            taken.equals(original(database))
                ? "deed branch reset %s, or delete it first".formatted(name)
                : "take another name");
      }
    }
    handOver(made(), name, until);
  }

  /// All of them, before the first gets its name: where one cannot be made, there is none.
  private Map<DatabaseName, ScratchDatabase> made() {
    var made = new LinkedHashMap<DatabaseName, ScratchDatabase>();
    for (var database : servers.keySet()) {
      made.put(database, ((ScratchCopy) copies.make(database)).database());
    }
    return made;
  }

  private void handOver(Map<DatabaseName, ScratchDatabase> made, String name, Instant until) {
    made.forEach((database, copy) ->
        copy.handOver(
            ScratchBranch.databaseOf(name, database.text()),
            ScratchBranch.remark(name, original(database), until)));
  }

  private String original(DatabaseName database) {
    return origin + "/" + database;
  }

  /// A server copies only its present state.
  private static void refuseTime(@Nullable Instant time) {
    if (time != null) {
      throw CopyFailed.misused(
          "this provider cannot copy a database as it was at a time", "leave out --at");
    }
  }

  /// Of which database the branch is that has the place of this one; null where it is free.
  private @Nullable String taken(String name, DatabaseName database) {
    return branches(database)
        .filter(b -> b.database().equals(ScratchBranch.databaseOf(name, database.text())))
        .map(ScratchBranch::original)
        .findFirst()
        .orElse(null);
  }

  private Stream<ScratchBranch> branches(DatabaseName database) {
    return Objects.requireNonNull(servers.get(database)).branches().stream();
  }

  private @Nullable ScratchBranch found(String name, DatabaseName database) {
    return branches(database)
        .filter(b -> b.isOf(name, original(database)))
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
    // Where no copy can be made, the old one stays.
    var made = made();
    delete(name);
    handOver(made, name, until);
  }

  @Override
  public boolean delete(String name) {
    var wasThere = false;
    for (var server : servers.entrySet()) {
      var branch = found(name, server.getKey());
      if (branch != null) {
        server.getValue().dropBranch(branch);
        wasThere = true;
      }
    }
    return wasThere;
  }

  @Override
  public Leftovers clear() {
    return copies.leftovers();
  }

  @Override
  public List<String> passedOver() {
    return copies.leftovers().passedOver();
  }

  @Override
  public void close() {
    copies.close();
  }
}
