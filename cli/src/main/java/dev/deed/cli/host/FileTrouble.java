package dev.deed.cli.host;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Why a file could not be read or written: what Java says of it is a path more often than a
/// reason.
public final class FileTrouble {

  private FileTrouble() {}

  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it is not there";
      case AccessDeniedException _ -> "permission denied";
      case CharacterCodingException _ -> "it is not UTF-8";
      case FileSystemLoopException _ -> "links lead round in a circle";
      case FileSystemException failure when failure.getReason() != null ->
          failure.getReason().toLowerCase(Locale.ROOT);
      default -> String.valueOf(e.getMessage());
    };
  }
}
