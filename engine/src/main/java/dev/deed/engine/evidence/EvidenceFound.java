package dev.deed.engine.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The evidence that a store has for some texts.
///
/// @param all in the order in which it was kept
/// @param damages what could not be read, each with its place; nothing is believed of it
/// @param readAt by the clock that wrote the times of `all`
public record EvidenceFound(List<Evidence> all, List<String> damages, Instant readAt) {

  public EvidenceFound {
    all = List.copyOf(all);
    damages = List.copyOf(damages);
  }

  public static EvidenceFound nothing(Instant readAt) {
    return new EvidenceFound(List.of(), List.of(), readAt);
  }

  /// Of two stores.
  public EvidenceFound and(EvidenceFound other) {
    var both = new ArrayList<>(all);
    both.addAll(other.all);
    var damaged = new ArrayList<>(damages);
    damaged.addAll(other.damages);
    return new EvidenceFound(both, damaged, readAt.isAfter(other.readAt) ? readAt : other.readAt);
  }
}
