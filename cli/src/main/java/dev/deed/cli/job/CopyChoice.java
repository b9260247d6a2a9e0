package dev.deed.cli.job;

import dev.deed.cli.host.NeonApi;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.scratch.CommandCopies;
import dev.deed.cli.scratch.CopySource;
import dev.deed.cli.scratch.DiskRoom;
import dev.deed.cli.scratch.EmptyCopies;
import dev.deed.cli.scratch.NeonCopies;
import dev.deed.cli.scratch.TemplateCopies;
import dev.deed.engine.connect.Address;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.ownership.CopyProvider;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decides where copies come from: by the command line, else by the ownership file, else by whether
/// an environment is named.
///
/// @param rows the command line's choice of rows, before that of the ownership file
record CopyChoice(
    Project project, Surroundings surroundings, @Nullable Targets targets, RowOptions rows) {

  private static final List<String> KNOWN =
      List.of("embedded", "dump", "template", "command", "neon");

  /// @param word as after `--on`; null where it is not given
  CopyProvider provider(@Nullable String word) {
    var chosen = named(word);
    if (chosen instanceof CopyProvider.Dump dump) {
      return rows.of(dump);
    }
    refuseWithoutMasks(chosen);
    if (rows.isGiven()) {
      throw new RowOptions.NotHere(chosen.word());
    }
    return chosen;
  }

  /// A copy by another provider would have the values that are to be masked.
  private void refuseWithoutMasks(CopyProvider chosen) {
    if (targets != null
        && targets.environment().copy() instanceof CopyProvider.Dump dump
        && !dump.masks().isEmpty()
        && !(chosen instanceof CopyProvider.Embedded)) {
      throw new RowOptions.NotMasked(chosen.word(), environment());
    }
  }

  private CopyProvider named(@Nullable String word) {
    var declared = targets == null ? null : targets.environment().copy();
    if (word == null) {
      return declared != null
          ? declared
          : targets == null ? new CopyProvider.Embedded() : CopyProvider.Dump.SCHEMA;
    }
    if (declared != null && declared.word().equals(word)) {
      return declared;
    }
    return switch (word) {
      case "embedded" -> new CopyProvider.Embedded();
      case "dump" -> CopyProvider.Dump.SCHEMA;
      case "template" -> new CopyProvider.Template("postgres");
      case "command", "neon" -> throw new NotDeclared(word, environment());
      default -> throw new Targets.NoSuch("provider of copies", word, KNOWN);
    };
  }

  private String environment() {
    return targets == null ? "staging" : targets.environment().name().text();
  }

  /// @param scratch a database on a server where others may be made; null for deed's own
  CopySource open(CopyProvider provider, @Nullable String scratch, DiskRoom room) {
    return switch (provider) {
      case CopyProvider.Embedded _ ->
          new EmptyCopies(Scratch.open(scratch, surroundings.environment()));
      case CopyProvider.Dump dump ->
          new DumpCopies(Scratch.open(scratch, surroundings.environment()), named(), dump, room);
      case CopyProvider.Template template -> templates(template, room);
      case CopyProvider.Command command ->
          new CommandCopies(
              surroundings,
              named().environment().name(),
              command.create(),
              command.drop(),
              command.longest(),
              declared(),
              named().patience());
      case CopyProvider.Neon neon ->
          new NeonCopies(
              NeonApi.of(resolved(neon.project()), surroundings.environment()),
              addresses(),
              surroundings,
              neon.parent());
    };
  }

  /// `${NEON_PROJECT_ID}`
  String resolved(String text) {
    return text.startsWith("${") && text.endsWith("}")
        ? surroundings.environment().getOrDefault(text.substring(2, text.length() - 1), text)
        : text;
  }

  private TemplateCopies templates(CopyProvider.Template template, DiskRoom room) {
    var addresses = addresses();
    var servers = new HashMap<DatabaseName, Scratch>();
    addresses.forEach((database, address) ->
        servers.put(
            database,
            Scratch.on(
                new ScratchServer(
                    address.url().of(template.maintenance()),
                    named().patience(),
                    address.target().environment()))));
    return new TemplateCopies(addresses, servers, room);
  }

  Map<DatabaseName, Address> addresses() {
    var addresses = new HashMap<DatabaseName, Address>();
    named().addresses(null).forEach(address -> addresses.put(address.target().database(), address));
    return addresses;
  }

  /// Those of all environments whose URLs are known here.
  private List<Address> declared() {
    var all = new ArrayList<Address>();
    for (var environment : project.ownership().environments()) {
      for (var database : environment.urls().keySet()) {
        try {
          all.addAll(
              Targets.of(project, environment.name().text(), surroundings)
                  .addresses(database.text()));
        } catch (UserException _) {
          // A variable that is not set here.
        }
      }
    }
    return all;
  }

  private Targets named() {
    if (targets == null) {
      throw new NoEnvironment();
    }
    return Objects.requireNonNull(targets);
  }

  /// The provider copies the databases of an environment.
  static final class NoEnvironment extends UserException {

    private static final long serialVersionUID = 1L;

    NoEnvironment() {
      super("this provider copies the databases of an environment", "name it: --env staging");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// The provider needs more than its name.
  static final class NotDeclared extends UserException {

    private static final long serialVersionUID = 1L;

    NotDeclared(String word, String environment) {
      super(
          "the ownership file does not say how %s makes copies of %s".formatted(word, environment),
          word.equals("neon")
              ? "write under environments.%s: copy: {by: neon, project: \"${NEON_PROJECT_ID}\"}"
                  .formatted(environment)
              : "write under environments.%s: copy: {by: command, create: ./make-copy, drop: ./drop-copy}"
                  .formatted(environment));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
