package dev.deed.cli.scratch;

import dev.deed.cli.host.NeonApi;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.project.server.Ending;
import dev.deed.sql.DatabaseName;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One branch of a project at Neon, which has all databases. It is made when the first of them is
/// asked for, and deleted when this is closed.
public final class NeonCopies implements CopySource {

  private static final String PREFIX = "deed/rehearsal-";

  /// A person may call a branch nearly the same.
  private static final Pattern OWN_NAME = Pattern.compile(PREFIX + "[0-9]{14}-[0-9a-f]{8}");

  /// Neon deletes the branch by itself where this program cannot.
  private static final Duration LONGEST_LIFE = Duration.ofHours(24);

  /// An endpoint that sleeps takes a while to wake up.
  private static final Duration LONGEST_CONNECT = Duration.ofMinutes(2);

  private final NeonApi api;
  private final Map<DatabaseName, Address> addresses;
  private final Surroundings surroundings;
  private final @Nullable String parent;
  private NeonApi.@Nullable Branch branch;
  private @Nullable Ending ending;
  private boolean isKept;
  private Leftovers leftovers = Leftovers.NONE;

  /// @param addresses of the environment: the names of its databases and roles
  /// @param parent name or id of the branch that is copied; null for the default
  public NeonCopies(
      NeonApi api,
      Map<DatabaseName, Address> addresses,
      Surroundings surroundings,
      @Nullable String parent) {
    this.api = api;
    this.addresses = Map.copyOf(addresses);
    this.surroundings = surroundings;
    this.parent = parent;
  }

  /// Deletes branches that earlier rehearsals have left: those that are older than any rehearsal.
  public static Leftovers dropLeftovers(NeonApi api, Surroundings surroundings) {
    var oldest = surroundings.clock().instant().minus(LONGEST_LIFE);
    var sweep = new Leftovers.Sweep();
    for (var branch : api.branches()) {
      var created = branch.created();
      if (OWN_NAME.matcher(branch.name()).matches()
          && created != null
          && created.isBefore(oldest)) {
        sweep.tryDrop(
            branch.name(),
            () -> {
              api.delete(branch.id());
              return true;
            });
      }
    }
    return sweep.leftovers();
  }

  /// @return the id of a branch that has this name or id
  public static String idOf(NeonApi api, String branch) {
    return api.branches().stream()
        .filter(known -> known.id().equals(branch) || known.name().equals(branch))
        .map(NeonApi.Branch::id)
        .findFirst()
        .orElseThrow(() ->
            new CopyFailed(
                "the project at Neon has no branch " + branch,
                "deed branch list shows its branches"));
  }

  @Override
  public Copy make(DatabaseName database) {
    var own = branch();
    var address = Objects.requireNonNull(addresses.get(database));
    var role = Objects.requireNonNullElse(address.url().user(), "neondb_owner");
    var url = api.url(own.id(), address.url().database(), role);
    return new UrlCopy(
        new Address(
            new Target(address.target().environment(), database),
            ConnectionUrl.parse(url, surroundings.environment())),
        Patience.of(LONGEST_CONNECT),
        // All databases of a branch go back together.
        addresses.size() == 1 && !own.parent().isEmpty()
            ? () -> api.restore(own.id(), own.parent(), null)
            : null,
        Ending.of(() -> {}),
        () -> keep(own));
  }

  /// All databases of the branch.
  private String keep(NeonApi.Branch own) {
    isKept = true;
    return "branch %s; delete it in Neon's console, or it is deleted after %d hours"
        .formatted(own.name(), LONGEST_LIFE.toHours());
  }

  private NeonApi.Branch branch() {
    var known = branch;
    if (known != null) {
      return known;
    }
    leftovers = dropLeftovers(api, surroundings);
    var now = surroundings.clock().instant();
    var name =
        PREFIX
            + now.toString().replaceAll("[^0-9]", "").substring(0, 14)
            + "-"
            + UUID.randomUUID().toString().substring(0, 8);
    // By its name: the answer to its creation may never come.
    ending = Ending.of(() -> delete(name));
    known =
        api.create(name, parent == null ? null : idOf(api, parent), null, now.plus(LONGEST_LIFE));
    branch = known;
    return known;
  }

  private void delete(String name) {
    api.branches().stream()
        .filter(known -> known.name().equals(name))
        .forEach(known -> api.delete(known.id()));
  }

  @Override
  public Filling filling() {
    return Filling.ALL;
  }

  @Override
  public Leftovers leftovers() {
    return leftovers;
  }

  @Override
  public String words() {
    var made = branch;
    return "a branch at Neon" + (made == null ? "" : ": " + made.name());
  }

  @Override
  public void close() {
    if (ending != null && isKept) {
      ending.isCalledOff();
    } else if (ending != null) {
      ending.come();
    }
  }
}
