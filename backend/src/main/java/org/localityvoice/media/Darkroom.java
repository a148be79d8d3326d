package org.localityvoice.media;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * Makes what is kept out of what was sent. Pure, and slow: always called on a worker. Nothing of a
 * sent file reaches the result but its pixels.
 */
final class Darkroom {
  static final int LONGEST_SIDE = 2048;
  static final int THUMBNAIL_SIDE = 400;

  private static final Decoder DECODER = new Decoder(LONGEST_SIDE);

  private Darkroom() {}

  /**
   * A photo ready to be kept.
   *
   * @param full JPEG, sRGB, upright
   * @param thumbnail the same, small
   */
  @SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
  record Developed(int width, int height, byte[] full, byte[] thumbnail) {
    Map<Rendition, Buffer> as(Rendition large, Rendition small) {
      return Map.of(large, Buffer.buffer(full), small, Buffer.buffer(thumbnail));
    }

    private static Developed of(Pixels picture) {
      return new Developed(
          picture.width(),
          picture.height(),
          JpegWriter.write(picture),
          JpegWriter.write(picture.within(THUMBNAIL_SIDE)));
    }
  }

  /**
   * Develops a file that somebody sent.
   *
   * @throws org.localityvoice.problem.Problem when it is not a photo that can be read whole
   */
  static Developed develop(byte[] file) {
    var format = PhotoFormat.of(file);
    var photo =
        switch (format) {
          case JPEG -> JpegStructure.read(file);
          case PNG -> PngStructure.read(file);
          case WEBP -> WebpStructure.read(file);
          case HEIC -> throw Refused.heic();
          case OTHER -> throw Refused.otherFormat();
        };
    var seen = Colours.srgb(DECODER.decode(format, photo), photo.profile());
    return Developed.of(photo.orientation().upright(seen));
  }

  /** Blacks out parts of a photo of ours. */
  static Developed redact(byte[] full, List<Rectangle> parts) {
    var picture = DECODER.decode(PhotoFormat.JPEG, JpegStructure.read(full));
    parts.forEach(part -> part.black(picture));
    return Developed.of(picture);
  }
}
