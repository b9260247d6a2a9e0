package dev.deed.cli.job;

import dev.deed.cli.host.NeonApi;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report.BranchCopy;
import dev.deed.cli.scratch.CopyFailed;
import dev.deed.cli.scratch.NeonCopies;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.sql.DatabaseName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Branches of a project at Neon whose names begin with `deed/`.
record NeonBranches(
    NeonApi api,
    Map<DatabaseName, Address> addresses,
    Surroundings surroundings,
    @Nullable String parent)
    implements Branches {

  private static final String PREFIX = "deed/";

  @Override
  public void create(String name, @Nullable Instant time, Instant until) {
    if (found(name).isPresent()) {
      throw CopyFailed.refused(
          "there is a branch %s already".formatted(name),
          "deed branch reset %s, or delete it first".formatted(name));
    }
    api.create(PREFIX + name, parent == null ? null : NeonCopies.idOf(api, parent), time, until);
  }

  private Optional<NeonApi.Branch> found(String name) {
    return api.branches().stream().filter(b -> b.name().equals(PREFIX + name)).findFirst();
  }

  private NeonApi.Branch existing(String name) {
    return found(name)
        .orElseThrow(() ->
            CopyFailed.refused(
                "there is no branch " + name, "deed branch list shows what there is"));
  }

  @Override
  public List<BranchCopy> all() {
    return api.branches().stream()
        .filter(b -> b.name().startsWith(PREFIX))
        .map(b ->
            new BranchCopy(
                b.name().substring(PREFIX.length()),
                b.id(),
                b.expires() == null ? "" : b.expires().toString(),
                0))
        .toList();
  }

  @Override
  public Map<String, ConnectionUrl> urls(String name) {
    var branch = existing(name);
    var urls = new LinkedHashMap<String, ConnectionUrl>();
    addresses.forEach((database, address) -> {
      var role = Objects.requireNonNullElse(address.url().user(), "neondb_owner");
      var url = api.url(branch.id(), address.url().database(), role);
      urls.put(database.text(), ConnectionUrl.parse(url, surroundings.environment()));
    });
    return urls;
  }

  @Override
  public void reset(String name, @Nullable Instant time, Instant until) {
    var branch = existing(name);
    api.restore(branch.id(), branch.parent(), time);
  }

  @Override
  public boolean delete(String name) {
    var branch = found(name);
    branch.ifPresent(known -> api.delete(known.id()));
    return branch.isPresent();
  }

  @Override
  public Leftovers clear() {
    return NeonCopies.dropLeftovers(api, surroundings);
  }
}
