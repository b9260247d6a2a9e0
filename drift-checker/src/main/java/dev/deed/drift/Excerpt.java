package dev.deed.drift;

import dev.deed.drift.Subject.Reach;
import dev.deed.drift.Subject.Role;
import dev.deed.sql.parse.ScriptParts;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The statements of a dump that must be parsed to compare it with another: those that differ, what
/// depends on them, and what all of these need. The others are the same in both dumps, and nothing
/// that could be written differently has to do with them.
///
/// @param wanted statements, by number
/// @param length of their texts
record Excerpt(DumpWords dump, BitSet wanted, long length) {

  /// Of both dumps; empty if they must be read as a whole, or if that costs no more.
  static Optional<Both<Excerpt>> of(DumpText from, DumpText to) {
    return ofAny(from, to).filter(Excerpt::isWorthIt);
  }

  private static boolean isWorthIt(Both<Excerpt> both) {
    var one = both.from();
    var other = both.to();
    return (one.length() + other.length()) * 2 <= one.dump().length() + other.dump().length();
  }

  /// Of both dumps, however long; empty if they must be read as a whole.
  static Optional<Both<Excerpt>> ofAny(DumpText from, DumpText to) {
    var words = Both.of(from::words, to::words);
    var one = words.from();
    var other = words.to();
    if (!one.isKnown() || !other.isKnown() || one.pervasive() != other.pervasive()) {
      return Optional.empty();
    }
    var search = new Search(new Lines(one), new Lines(other));
    search.run();
    return Optional.of(new Both<>(search.from.excerpt(), search.to.excerpt()));
  }

  /// The text of these statements, in their order.
  ScriptParts.Source of(ScriptParts.Source whole) {
    return new Reader(whole);
  }

  /// The statements of one dump, by their words.
  private static final class Lines {

    private final DumpWords dump;
    private final NumberLists about;
    private final NumberLists mentioning;
    private final BitSet wanted = new BitSet();

    Lines(DumpWords dump) {
      this.dump = dump;
      this.about = dump.abouts().inverted(dump.words().count());
      this.mentioning = dump.mentions().inverted(dump.words().count());
    }

    Excerpt excerpt() {
      var length =
          wanted.stream().mapToLong(statement -> dump.place(statement).length() + 2L).sum();
      return new Excerpt(dump, wanted, length);
    }
  }

  /// Goes from word to word until nothing is added.
  private static final class Search {

    private final Lines from;
    private final Lines to;

    /// What may be written differently, or dropped and created again.
    private final Set<Long> disturbed = new HashSet<>();

    /// What must be known with all that is said about it.
    private final Set<Long> whole = new HashSet<>();

    /// What must be known to exist.
    private final Set<Long> needed = new HashSet<>();

    private final ArrayDeque<Runnable> open = new ArrayDeque<>();

    Search(Lines from, Lines to) {
      this.from = from;
      this.to = to;
    }

    void run() {
      start(from, to);
      start(to, from);
      while (!open.isEmpty()) {
        open.remove().run();
      }
    }

    private void start(Lines side, Lines other) {
      var words = side.dump.words();
      for (var word = 0; word < words.count(); word++) {
        var digest = words.digest(word);
        if (side.dump.digest(word) != other.dump.digest(other.dump.words().find(digest))) {
          disturb(digest);
        }
      }
      for (var statement = 0; statement < side.dump.statements(); statement++) {
        switch (side.dump.role(statement)) {
          case SETTING, KEPT, PERVASIVE -> want(side, statement);
          default -> {}
        }
      }
    }

    private void disturb(long word) {
      if (disturbed.add(word)) {
        open.add(() -> {
          spread(from, word);
          spread(to, word);
        });
      }
    }

    private void spread(Lines side, long digest) {
      var word = side.dump.words().find(digest);
      if (word >= 0) {
        side.about.forEach(word, statement -> wantWhole(side, statement));
        side.mentioning.forEach(
            word,
            statement -> {
              wantWhole(side, statement);
              var reach = side.dump.reach(statement);
              if (reach != Reach.NONE) {
                var abouts = side.dump.abouts();
                for (var i = reach == Reach.PART ? 1 : 0; i < abouts.size(statement); i++) {
                  disturb(side.dump.words().digest(abouts.get(statement, i)));
                }
              }
            });
      }
    }

    private void wantWhole(Lines side, int statement) {
      want(side, statement);
      side.dump
          .abouts()
          .forEach(
              statement,
              word -> {
                var digest = side.dump.words().digest(word);
                if (whole.add(digest)) {
                  open.add(() -> {
                    gather(from, digest);
                    gather(to, digest);
                  });
                }
              });
    }

    private void gather(Lines side, long digest) {
      var word = side.dump.words().find(digest);
      if (word >= 0) {
        side.about.forEach(word, statement -> wantWhole(side, statement));
      }
    }

    private void want(Lines side, int statement) {
      if (side.wanted.get(statement)) {
        return;
      }
      side.wanted.set(statement);
      if (side.dump.role(statement) != Role.PUBLICATION) {
        side.dump.mentions().forEach(statement, word -> need(side.dump.words().digest(word)));
      }
    }

    private void need(long digest) {
      if (needed.add(digest)) {
        open.add(() -> {
          create(from, digest);
          create(to, digest);
        });
      }
    }

    private void create(Lines side, long digest) {
      var word = side.dump.words().find(digest);
      if (word >= 0) {
        side.about.forEach(
            word,
            statement -> {
              if (side.dump.creates(statement)) {
                want(side, statement);
              }
            });
      }
    }
  }

  /// Passes on what is wanted of a text.
  private final class Reader implements ScriptParts.Source {

    private static final String END = ";\n";

    private final ScriptParts.Source whole;
    private final char[] text = new char[1 << 14];

    /// The characters of `text` that were read, and where in the dump they begin.
    private int filled;

    private long offset;

    /// The next one, -1 for none.
    private int statement = wanted.nextSetBit(0);

    private long next;
    private long end;

    /// What is left of the end of a statement.
    private int ending;

    Reader(ScriptParts.Source whole) {
      this.whole = whole;
    }

    @Override
    public int read(char[] buffer) {
      var count = 0;
      while (count < buffer.length) {
        if (ending > 0) {
          buffer[count++] = END.charAt(END.length() - ending);
          ending--;
        } else if (next == end) {
          if (statement < 0) {
            break;
          }
          var place = dump.place(statement);
          next = place.offset();
          end = next + place.length();
          statement = wanted.nextSetBit(statement + 1);
        } else {
          count += copy(buffer, count);
        }
      }
      return count == 0 ? -1 : count;
    }

    private int copy(char[] buffer, int count) {
      while (offset + filled <= next) {
        offset += filled;
        filled = whole.read(text);
        if (filled < 0) {
          throw new IllegalStateException("a dump is shorter than before");
        }
      }
      var at = (int) (next - offset);
      var length = (int) Math.min(Math.min(filled - at, end - next), buffer.length - count);
      System.arraycopy(text, at, buffer, count, length);
      next += length;
      if (next == end) {
        ending = END.length();
      }
      return length;
    }
  }
}
