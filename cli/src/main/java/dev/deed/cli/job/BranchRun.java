package dev.deed.cli.job;

import dev.deed.cli.host.NeonApi;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Report.BranchCopy;
import dev.deed.cli.scratch.CopyFailed;
import dev.deed.cli.scratch.DiskRoom;
import dev.deed.cli.scratch.TemplateCopies;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.scratch.Leftovers;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.ownership.CopyProvider;
import dev.deed.project.server.Scratch;
import dev.deed.project.server.TemporaryServers;
import dev.deed.sql.DatabaseName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes, shows and deletes copies that people keep for a while.
public record BranchRun(Project project, Surroundings surroundings, Wish wish) {

  public enum Action {
    CREATE,
    LIST,
    URL,
    RESET,
    DELETE,
    GC
  }

  /// What the command line says.
  ///
  /// @param name null for actions that need none
  /// @param kept how long
  /// @param time as the original was then; null for now
  /// @param file that gets the URLs with their passwords; null for none
  public record Wish(
      Action action,
      @Nullable String name,
      String environment,
      CopyWish copy,
      Duration kept,
      @Nullable Instant time,
      @Nullable Path file) {}

  public Report report() {
    var targets = Targets.of(project, wish.environment(), surroundings);
    var choice = new CopyChoice(project, surroundings, targets, wish.copy().rows());
    var provider = choice.provider(wish.copy().provider());
    if (wish.action() == Action.GC && isOwnServer(provider)) {
      return new Report.Branched(List.of(), leftServers());
    }
    try (var branches = branches(choice, provider, targets)) {
      var until = surroundings.clock().instant().plus(wish.kept());
      return switch (wish.action()) {
        case CREATE -> {
          branches.create(name(), wish.time(), until);
          yield shown(branches, "created " + name() + ", kept until " + until);
        }
        case LIST -> new Report.Branched(branches.all(), branches.passedOver());
        case URL -> shown(branches, null);
        case RESET -> {
          branches.reset(name(), wish.time(), until);
          yield shown(branches, "reset " + name());
        }
        case DELETE -> {
          var wasThere = branches.delete(name());
          var remarks = new ArrayList<>(branches.passedOver());
          remarks.add((wasThere ? "deleted " : "there is no branch ") + name());
          yield new Report.Branched(List.of(), remarks);
        }
        case GC -> {
          var remarks = new ArrayList<>(leftServers());
          var left = branches.clear();
          left.dropped().forEach(name -> remarks.add("dropped " + name));
          refuseRest(left, remarks);
          yield new Report.Branched(List.of(), remarks);
        }
      };
    }
  }

  /// When all that can be dropped is dropped.
  private static void refuseRest(Leftovers left, List<String> remarks) {
    if (!left.failures().isEmpty()) {
      var words = new ArrayList<>(left.passedOver());
      words.addAll(remarks);
      throw new CopyFailed(
          String.join("; ", words), "remove what holds it, and run deed branch gc again");
    }
  }

  private boolean isOwnServer(CopyProvider provider) {
    return wish.copy().scratch() == null
        && (provider instanceof CopyProvider.Embedded || provider instanceof CopyProvider.Dump);
  }

  /// Servers of deed's own on this machine whose program was killed.
  private static List<String> leftServers() {
    return TemporaryServers.removeLeftovers().stream().map(folder -> "stopped " + folder).toList();
  }

  private String name() {
    var name = wish.name();
    if (name == null || !name.matches("[a-z0-9][a-z0-9-]{0,29}")) {
      throw CopyFailed.misused(
          "a branch needs a name of small letters, digits and dashes, at most 30 of them",
          "deed branch %s my-change --env %s"
              .formatted(wish.action().name().toLowerCase(Locale.ROOT), wish.environment()));
    }
    return name;
  }

  private Report shown(Branches branches, @Nullable String remark) {
    var urls = branches.urls(name());
    if (urls.isEmpty()) {
      throw CopyFailed.refused(
          "there is no branch " + name(), "deed branch list shows what there is");
    }
    var remarks = new ArrayList<>(branches.passedOver());
    if (remark != null) {
      remarks.add(remark);
    }
    if (wish.file() != null) {
      write(wish.file(), urls);
      remarks.add("written to %s, with the passwords".formatted(wish.file()));
    }
    return new Report.Branched(
        urls.values().stream().map(url -> new BranchCopy(name(), url.toString(), "", 0)).toList(),
        remarks);
  }

  /// Appended: it may be the file of variables of a CI job.
  private void write(Path file, Map<String, ConnectionUrl> urls) {
    var text = new StringBuilder();
    urls.forEach((database, url) ->
        text.append(database.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
            .append("_URL=")
            .append(url.secret())
            .append('\n'));
    try {
      Files.writeString(
          surroundings.workingDirectory().resolve(file),
          text,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Branches branches(CopyChoice choice, CopyProvider provider, Targets targets) {
    return switch (provider) {
      case CopyProvider.Neon neon ->
          new NeonBranches(
              NeonApi.of(choice.resolved(neon.project()), surroundings.environment()),
              choice.addresses(),
              surroundings,
              neon.parent());
      case CopyProvider.Template _ -> {
        var copies = (TemplateCopies) choice.open(provider, null, DiskRoom.FOR_ONE);
        var servers = new LinkedHashMap<DatabaseName, ScratchServer>();
        copies.servers().forEach((database, scratch) -> servers.put(database, scratch.server()));
        yield new ServerBranches(copies, servers, wish.environment());
      }
      case CopyProvider.Dump dump -> dumps(targets, dump);
      case CopyProvider.Embedded _ ->
          throw CopyFailed.misused(
              "the provider embedded has no branches: its server ends with the command",
              "--on dump --scratch URL, or --on template");
      case CopyProvider.Command _ ->
          throw CopyFailed.misused(
              "the provider command has no branches: only your command knows what it has made",
              "call it yourself, or --on template");
    };
  }

  private ServerBranches dumps(Targets targets, CopyProvider.Dump dump) {
    if (wish.copy().scratch() == null) {
      throw CopyFailed.misused(
          "deed's own server ends with the command, so it has no branches",
          "name a server where databases may be created: --scratch URL, or --on template");
    }
    var scratch = Scratch.open(wish.copy().scratch(), surroundings.environment());
    var servers = new LinkedHashMap<DatabaseName, ScratchServer>();
    targets.environment().urls().keySet().forEach(name -> servers.put(name, scratch.server()));
    return new ServerBranches(
        new DumpCopies(scratch, targets, dump, DiskRoom.FOR_ONE), servers, wish.environment());
  }
}
