package dev.deed.ownership;

import dev.deed.ownership.Demand.Need;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one environment asks for before migrations are applied there.
public record EnvironmentPolicies(List<Demand> requires, List<MaintenanceWindow> windows) {

  public static final EnvironmentPolicies NONE = new EnvironmentPolicies(List.of(), List.of());

  public EnvironmentPolicies {
    requires = List.copyOf(requires);
    windows = List.copyOf(windows);
  }

  public Optional<Demand> demand(Need need) {
    return requires.stream().filter(demand -> demand.need() == need).findFirst();
  }

  public boolean isOpen(Instant now) {
    return windows.stream().anyMatch(window -> window.isOpen(now));
  }
}
