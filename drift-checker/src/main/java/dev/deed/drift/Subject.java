package dev.deed.drift;

import java.util.List;

/// What a statement of a dump is about, as its first words say.
///
/// @param about the tokens with the names of objects; the first is that of a relation, where the
///   statement is about a part of one
/// @param creates whether it creates the object of the first name
record Subject(Role role, Reach reach, List<Integer> about, boolean creates) {

  enum Role {
    /// No statement of a dump, or one that deed does not know by its words.
    UNKNOWN,
    /// Nothing that could differ: what `psql` is told.
    NONE,
    /// A setting, for the statements after it.
    SETTING,
    /// An object that is read only where it is different, or next to one that is.
    OBJECT,
    /// The same, and it may name very many objects.
    PUBLICATION,
    /// One of the few that are always read.
    KEPT,
    /// The same, and others depend on it without its name.
    PERVASIVE
  }

  /// Which of the objects that a statement is about are different where one is that it names.
  enum Reach {
    ALL,
    /// Only a part of a relation that others can name: its index.
    PART,
    NONE
  }

  static final Subject UNKNOWN = new Subject(Role.UNKNOWN, Reach.NONE, List.of(), false);
  static final Subject NOTHING = new Subject(Role.NONE, Reach.NONE, List.of(), false);
  static final Subject KEPT = new Subject(Role.KEPT, Reach.NONE, List.of(), false);
  static final Subject PERVASIVE = new Subject(Role.PERVASIVE, Reach.NONE, List.of(), false);

  Subject {
    about = List.copyOf(about);
  }

  static Subject creating(Role role, Reach reach, List<Integer> about) {
    return new Subject(role, reach, about, true);
  }

  static Subject changing(Role role, Reach reach, List<Integer> about) {
    return new Subject(role, reach, about, false);
  }
}
