package dev.deed.cli;

import dev.deed.cli.job.Targets;
import dev.deed.engine.Goal;
import dev.deed.engine.Planner.Wish;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What part of the migrations is meant.
final class SelectionOptions {

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "Only this service's migrations, and what they require.")
  private @Nullable String service;

  @Option(
      names = "--to",
      paramLabel = "GOAL",
      defaultValue = "head",
      description =
          "How far: head for all, +N for the next N, or a version (its beginning is enough).")
  private String to = "head";

  @Option(
      names = "--out-of-order",
      description = "Also apply a migration behind a later one of the same service.")
  private boolean outOfOrder;

  /// @throws UserException where there is no such service, or the goal is not ahead
  Wish wish(OwnershipMap map) {
    return new Wish(goal(to), service(map, service), outOfOrder);
  }

  /// @param service as it was typed, or null for all
  static @Nullable ServiceName service(OwnershipMap map, @Nullable String service) {
    if (service == null) {
      return null;
    }
    var name = new ServiceName(service);
    if (map.serviceNamed(name).isEmpty()) {
      var known = map.services().stream().map(Service::name).map(ServiceName::text).toList();
      throw new Targets.NoSuch("service", service, known);
    }
    return name;
  }

  /// Only a way forward.
  static Goal goal(String text) {
    var goal = Goal.parse(text).orElseThrow(() -> new NotAhead(text, ""));
    return switch (goal) {
      case Goal.Head head -> head;
      case Goal.Forward forward -> forward;
      case Goal.At at -> at;
      case Goal.Backward _, Goal.Base _ ->
          throw new NotAhead(text, "; to go back, type deed rollback --to " + text);
    };
  }

  /// What was typed names nothing that could be gone forward to.
  static final class NotAhead extends UserException {

    private static final long serialVersionUID = 1L;

    NotAhead(String text, String otherwise) {
      super(
          "'%s' is no way forward".formatted(text),
          "type head, +N or a version (its beginning is enough)" + otherwise);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
