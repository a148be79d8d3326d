package org.localityvoice.mongo.embedded;

import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The embedded store cannot be opened. The message is one plain sentence for whoever runs it. */
public final class StoreUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreUnavailableException(String message) {
    super(message);
  }

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  static StoreUnavailableException of(Path folder, MVStoreException failure) {
    String message =
        switch (failure.getErrorCode()) {
          case DataUtils.ERROR_FILE_LOCKED ->
              "The data folder " + folder + " is already in use by another process.";
          case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
              "The data in " + folder + " was written by a newer version of this program.";
          case DataUtils.ERROR_FILE_CORRUPT ->
              "The file store.mv in " + folder + " is damaged and cannot be opened.";
          default -> "The file store.mv in " + folder + " cannot be read or written.";
        };
    return new StoreUnavailableException(message, failure);
  }
}
