package dev.deed.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mistake in the user's files, located: what is wrong, and what to do instead.
///
/// @param advice its first line in words; further lines are text to type
/// @param hazards the dangers for a running system
public record Finding(
    RuleName rule,
    Severity severity,
    SourceFile file,
    Span span,
    String message,
    String advice,
    List<Subject> subjects,
    Set<Hazard> hazards) {

  public Finding {
    subjects = List.copyOf(subjects);
    hazards = Set.copyOf(hazards);
  }

  public Finding(
      RuleName rule,
      Severity severity,
      SourceFile file,
      Span span,
      String message,
      String advice,
      List<Subject> subjects) {
    this(rule, severity, file, span, message, advice, subjects, Set.of());
  }

  public Finding with(Severity newSeverity) {
    return new Finding(rule, newSeverity, file, span, message, advice, subjects, hazards);
  }

  public Finding with(Set<Hazard> newHazards) {
    return new Finding(rule, severity, file, span, message, advice, subjects, newHazards);
  }

  public Finding with(List<Subject> newSubjects) {
    return new Finding(rule, severity, file, span, message, advice, newSubjects, hazards);
  }

  /// The same at another place.
  public Finding at(Span newSpan) {
    return new Finding(rule, severity, file, newSpan, message, advice, subjects, hazards);
  }

  public Finding with(SourceFile newFile) {
    return new Finding(rule, severity, newFile, span, message, advice, subjects, hazards);
  }

  public static Finding error(
      RuleName rule, SourceFile file, Span span, String message, String advice) {
    return new Finding(rule, Severity.ERROR, file, span, message, advice, List.of());
  }

  /// True if the finding may break or block code that uses the objects.
  public boolean concernsConsumers() {
    return hazards.stream().anyMatch(h -> h != Hazard.CANNOT_UNDO);
  }

  /// An object that a finding is about, with its owner and the team to ask, where known.
  ///
  /// @param object as shown to users: `table public.users`
  /// @param consumers services that use the object without owning it, if the finding breaks them
  public record Subject(
      String object,
      @Nullable String owner,
      @Nullable String team,
      @Nullable String contact,
      List<Consumer> consumers) {

    public Subject {
      consumers = List.copyOf(consumers);
    }

    public Subject(
        String object, @Nullable String owner, @Nullable String team, @Nullable String contact) {
      this(object, owner, team, contact, List.of());
    }

    public Subject with(List<Consumer> newConsumers) {
      return new Subject(object, owner, team, contact, newConsumers);
    }
  }

  /// A service that uses an object with the access that it was granted, and its contact.
  ///
  /// @param access `writes`, `references` or `reads`
  public record Consumer(
      String service, String access, @Nullable String team, @Nullable String contact) {}
}
