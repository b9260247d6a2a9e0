package dev.deed.cli.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.scratch.ScratchServer;

/// Whether a disk has room for copies of a database, which is asked before any is made.
///
/// @param copies how many of the same database there are at one time: one to change, and one to go
///   back to
public record DiskRoom(int copies) {

  public static final DiskRoom FOR_ONE = new DiskRoom(1);
  public static final DiskRoom FOR_TRIALS = new DiskRoom(2);

  /// @param bytes of one copy
  /// @throws CopyFailed with both numbers, where the free space is known and too small
  public void refuseSmall(Address address, ScratchServer server, long bytes, String advice) {
    server
        .freeBytes()
        .ifPresent(free -> refuseSmall(address.target().words(), bytes, free, advice));
  }

  void refuseSmall(String original, long bytes, long free, String advice) {
    var needed = copies * (bytes + bytes / 10);
    if (free < needed) {
      throw new CopyFailed(
          "%s of %s %s %s, and the disk for it has %s left"
              .formatted(
                  copies == 1 ? "a copy" : "a copy, and a copy of it to go back to,",
                  original,
                  copies == 1 ? "needs" : "need",
                  words(needed),
                  words(free)),
          advice);
    }
  }

  static String words(long bytes) {
    return bytes < 10L << 20 ? (bytes >> 10) + " kB" : (bytes >> 20) + " MB";
  }
}
