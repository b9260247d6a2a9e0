package dev.deed.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.schema.SchemaObject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The objects of a side, each by a mark of its name and all its facts: two sides agree about an
/// object if both have its mark. A mark takes 16 bytes.
final class Marks {

  /// @param high not 0 together with `low`, which is an empty place
  record Mark(long high, long low) {}

  private final Unknowns unknowns;
  private final MessageDigest digest;

  /// The marks, two numbers each, at any place from that of their last bits on.
  private long[] places = new long[1 << 12];

  private int count;

  /// @param unknowns what the marks leave out
  Marks(Unknowns unknowns) {
    this.unknowns = unknowns;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// PostgreSQL has no text with a character 0, which ends each part.
  Mark of(SchemaObject object) {
    var name = object.name();
    var text = new StringBuilder(name.words()).append('\0');
    object
        .facets()
        .forEach((facet, value) -> {
          if (!unknowns.coversAnyway(facet, object)) {
            text.append(facet.facet().name()).append(' ').append(facet.of()).append('\0');
            text.append(value).append('\0');
          }
        });
    var bytes = ByteBuffer.wrap(digest.digest(text.toString().getBytes(UTF_8)));
    return new Mark(bytes.getLong(), bytes.getLong());
  }

  void add(Mark mark) {
    if (count * 3 > places.length) {
      var before = places;
      places = new long[before.length * 2];
      for (var i = 0; i < before.length; i += 2) {
        if (before[i] != 0 || before[i + 1] != 0) {
          put(before[i], before[i + 1]);
        }
      }
    }
    if (put(mark.high(), mark.low())) {
      count++;
    }
  }

  boolean contains(Mark mark) {
    var place = place(mark.high(), mark.low());
    return places[place] == mark.high() && places[place + 1] == mark.low();
  }

  boolean isSame(Marks other) {
    if (count != other.count) {
      return false;
    }
    for (var i = 0; i < places.length; i += 2) {
      var isThere =
          (places[i] == 0 && places[i + 1] == 0)
              || other.contains(new Mark(places[i], places[i + 1]));
      if (!isThere) {
        return false;
      }
    }
    return true;
  }

  private boolean put(long high, long low) {
    var place = place(high, low);
    var isNew = places[place] != high || places[place + 1] != low;
    places[place] = high;
    places[place + 1] = low;
    return isNew;
  }

  /// Where the mark is, or the empty place where it goes.
  private int place(long high, long low) {
    var last = places.length - 2;
    var place = (int) low & last;
    while ((places[place] != 0 || places[place + 1] != 0)
        && (places[place] != high || places[place + 1] != low)) {
      place = (place + 2) & last;
    }
    return place;
  }
}
