package dev.deed.cli;

import dev.deed.cli.job.Targets;
import dev.deed.engine.Goal;
import dev.deed.engine.Wish;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Selects a part of the migrations.
final class SelectionOptions {

  @Option(
      names = {"-s", "--service"},
      paramLabel = "SERVICE",
      description = "Only this service's migrations and those they require.")
  private @Nullable String service;

  @Option(
      names = "--to",
      paramLabel = "GOAL",
      defaultValue = "head",
      description = "How far: head for all, +N for the next N, or a version (or its first digits).")
  private String to = "head";

  @Option(
      names = "--out-of-order",
      description = "Also apply a migration that is older than an applied one of the same service.")
  private boolean outOfOrder;

  /// @throws UserException if the service does not exist or the goal is not ahead
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

  /// Parses a goal and accepts only those that go forward.
  static Goal goal(String text) {
    var goal = Goal.parse(text).orElseThrow(() -> new NotAhead(text, ""));
    return switch (goal) {
      case Goal.Head head -> head;
      case Goal.Forward forward -> forward;
      case Goal.At at -> at;
      case Goal.Backward _, Goal.Base _ ->
          throw new NotAhead(text, "; to go back, use deed rollback --to " + text);
    };
  }

  /// The goal does not name a version to go forward to.
  static final class NotAhead extends UserException {

    private static final long serialVersionUID = 1L;

    NotAhead(String text, String otherwise) {
      super(
          "'%s' is not a goal for apply".formatted(text),
          "give head, +N or a version (or its first digits)" + otherwise);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
