package org.localityvoice.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The decoders, chosen by what the file is. They read from memory; nothing goes to a file. */
final class Readers {
  static {
    // Decoders may ask for streams of their own.
    ImageIO.setUseCache(false);
  }

  private Readers() {}

  static ImageReader of(PhotoFormat format) {
    return switch (format) {
      case JPEG -> jdk("jpeg");
      case PNG -> jdk("png");
      case WEBP -> webp();
      default -> throw Refused.otherFormat();
    };
  }

  private static ImageReader webp() {
    try {
      return new WebPImageReaderSpi().createReaderInstance();
    } catch (IOException e) {
      // Nothing is read to make one.
      throw new UncheckedIOException(e);
    }
  }

  private static ImageReader jdk(String name) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
    return readers.next();
  }

  static ImageInputStream stream(byte[] file) {
    return new ByteArrayImageInputStream(file);
  }
}
