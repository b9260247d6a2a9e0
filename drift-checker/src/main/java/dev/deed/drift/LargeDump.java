package dev.deed.drift;

import java.io.Serial;

/// A dump is too large to be kept in memory while another one is read.
final class LargeDump extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  LargeDump() {
    super("large dump", null, false, false);
  }
}
