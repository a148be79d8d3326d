package org.localityvoice.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.localityvoice.app.Answer;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

@ExtendWith(StoreExtension.class)
class SendingPhotosTest {
  private static final byte[] PHOTO =
      Pictures.with(Pictures.jpeg(640, 480), 0xe1, Pictures.exif(6));

  private Album album;

  @BeforeEach
  void open(Store store, @TempDir Path folder) {
    album = new Album(store, folder);
  }

  @AfterEach
  void close() {
    album.close();
  }

  @Test
  void a_photo_is_kept_upright_with_a_thumbnail_and_without_what_was_sent() {
    var answer = Album.sends(album.town().as("ana"), PHOTO);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/id")).isEqualTo(Album.name(PHOTO));
    assertThat(answer.json().get("width").asInt()).isEqualTo(480);
    assertThat(answer.json().get("height").asInt()).isEqualTo(640);

    assertThat(album.photos()).hasSize(1);
    assertThat(album.files())
        .extracting(file -> file.getString("rendition"))
        .containsExactlyInAnyOrder("FULL", "THUMBNAIL");
    DarkroomTest.assertQuarters(album.file("FULL"), new int[] {2, 0, 3, 1});
    assertThat(Pictures.read(album.file("THUMBNAIL")).getHeight()).isEqualTo(400);
    assertThat(new String(album.file("FULL"), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS", "Exif", "54.5750");
  }

  @Test
  void nobody_need_sign_in_to_send_one() {
    assertThat(Album.sends(album.town().nobody(), PHOTO).status()).isEqualTo(201);
    var broken = album.town().nobody();
    var answer =
        broken.sends(
            "PUT",
            "/v1/photos/" + Album.name(PHOTO),
            java.net.http.HttpRequest.BodyPublishers.ofByteArray(PHOTO),
            "Content-Type",
            "image/jpeg",
            "Authorization",
            "Bearer no.such.token");
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void sending_it_again_changes_nothing() {
    assertThat(Album.sends(album.town().as("ana"), PHOTO).status()).isEqualTo(201);
    var files = album.files();
    var again = Album.sends(album.town().as("ana"), PHOTO);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("/id")).isEqualTo(Album.name(PHOTO));
    assertThat(Album.sends(album.town().as("bilal"), PHOTO).status()).isEqualTo(200);
    assertThat(album.photos()).hasSize(1);
    assertThat(album.files()).isEqualTo(files);
  }

  @Test
  void six_at_once_make_one() {
    var answers =
        IntStream.range(0, 6)
            .mapToObj(i -> later(() -> Album.sends(album.town().as("ana"), PHOTO)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(Answer::status)
            .toList();
    assertThat(answers).containsOnly(200, 201).containsOnlyOnce(201);
    assertThat(album.photos()).hasSize(1);
    assertThat(album.files()).hasSize(2);
  }

  private static CompletableFuture<Answer> later(java.util.function.Supplier<Answer> work) {
    return CompletableFuture.supplyAsync(work, thread -> new Thread(thread).start());
  }

  @Test
  void when_too_many_come_at_once_some_are_asked_to_wait_and_all_get_through_in_the_end() {
    var large = Pictures.jpeg(Pictures.detailed(3000, 2000), false);
    var photos =
        IntStream.range(0, 16)
            .mapToObj(i -> Pictures.joined(large, new byte[] {(byte) i}))
            .toList();
    var answers =
        photos.stream()
            .map(photo -> later(() -> Album.sends(album.town().as("ana"), photo)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers)
        .allMatch(
            answer ->
                answer.status() == 201
                    || (answer.status() == 503 && answer.header("Retry-After").equals("2")))
        .anyMatch(answer -> answer.status() == 503)
        .anyMatch(answer -> answer.status() == 201);
    for (var photo : photos) {
      assertThat(Album.sends(album.town().as("ana"), photo).status()).isIn(200, 201);
    }
    assertThat(album.photos()).hasSize(16);
    assertThat(album.files()).hasSize(32);
  }

  @Test
  void a_bad_photo_is_refused_and_nothing_of_it_is_kept() {
    for (var bad : BadPhotos.all().map(Arguments::get).toList()) {
      var answer = Album.sends(album.town().as("ana"), (byte[]) bad[0]);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.problem()).isEqualTo(bad[1]);
      assertThat(album.photos()).isEmpty();
      assertThat(album.files()).isEmpty();
    }
    assertNothingIsKept();
  }

  private void assertNothingIsKept() {
    assertThat(album.photos()).isEmpty();
    assertThat(album.files()).isEmpty();
    // And the server is well.
    assertThat(Album.sends(album.town().as("ana"), PHOTO).status()).isEqualTo(201);
  }

  @Test
  void what_is_wrong_is_said_plainly() {
    var heic = Pictures.text("\0\0\0\30ftypheic\0\0\0\0mif1heic");
    var answer = Album.sends(album.town().as("ana"), Album.name(heic), heic, "image/heic");
    assertThat(answer.at("/detail")).contains("HEIC", "not supported", "JPEG");
    var cut = BadPhotos.half(PHOTO);
    assertThat(Album.sends(album.town().as("ana"), cut).at("/detail")).contains("damaged");
  }

  @Test
  void a_photo_under_the_name_of_another_is_refused() {
    var other = Pictures.jpeg(64, 48);
    var answer = Album.sends(album.town().as("ana"), Album.name(other), PHOTO, "image/jpeg");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).containsExactly("path:sha256");
    assertNothingIsKept();
    // Nor does the name alone tell whether a photo is there.
    answer = Album.sends(album.town().as("ana"), Album.name(PHOTO), other, "image/jpeg");
    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void a_name_that_is_no_hash_is_refused() {
    for (var name : List.of("", "x", "..", Album.name(PHOTO).toUpperCase(Locale.ROOT))) {
      var answer = Album.sends(album.town().as("ana"), name, PHOTO, "image/jpeg");
      assertThat(answer.status()).isIn(400, 404);
    }
    assertNothingIsKept();
  }

  @Test
  void nothing_at_all_is_no_photo() {
    assertThat(Album.sends(album.town().as("ana"), new byte[0]).status()).isEqualTo(400);
    assertNothingIsKept();
  }

  @Test
  void a_file_of_more_than_ten_mebibytes_is_not_read() {
    var answer = Album.sends(album.town().as("ana"), new byte[(10 << 20) + 1]);
    assertThat(answer.status()).isEqualTo(413);
    assertNothingIsKept();
  }

  @Test
  void a_type_that_is_said_does_not_matter_but_must_be_that_of_a_picture() {
    var png = Pictures.png(Pictures.quarters(64, 48));
    assertThat(Album.sends(album.town().as("ana"), Album.name(png), png, "image/jpeg").status())
        .isEqualTo(201);
    assertThat(Album.sends(album.town().as("ana"), Album.name(PHOTO), PHOTO, "text/html").status())
        .isEqualTo(415);
  }

  @Test
  void bytes_and_bits_gone_wrong_on_the_way_are_taken_or_refused_and_nothing_worse() {
    var random = new Random(11);
    var good = List.of(PHOTO, Pictures.png(Pictures.quarters(64, 48)), Webp.LOSSY);
    var taken = 0;
    for (var round = 0; round < 100; round++) {
      var file = good.get(round % 3).clone();
      if (round % 2 == 0) {
        file = Arrays.copyOf(file, random.nextInt(file.length));
      } else {
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      var answer = Album.sends(album.town().as("ana"), file);
      assertThat(answer.status()).isIn(201, 400);
      taken += answer.status() == 201 ? 1 : 0;
    }
    assertThat(album.photos()).hasSize(taken);
    assertThat(album.files()).hasSize(2 * taken);
  }

  @Test
  void nothing_is_written_to_the_folder_for_temporary_files() throws Exception {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var before = Files.list(temporary)) {
      var there = before.toList();
      Album.sends(album.town().as("ana"), Pictures.jpeg(4000, 3000));
      Album.sends(album.town().as("ana"), Webp.LOSSY);
      Album.sends(album.town().as("ana"), Pictures.png(Pictures.detailed(900, 900)));
      try (var after = Files.list(temporary)) {
        assertThat(after.filter(file -> !there.contains(file)))
            .noneMatch(file -> file.getFileName().toString().startsWith("imageio"));
      }
    }
    assertThat(album.photos()).hasSize(3);
  }

  @Test
  void a_photo_that_nobody_uses_is_gone_after_a_week() {
    Album.sends(album.town().as("ana"), PHOTO);
    album.town().passes(Duration.ofDays(6));
    assertThat(album.photos()).hasSize(1);
    // Sent again, its week begins anew.
    Album.sends(album.town().as("ana"), PHOTO);
    album.town().passes(Duration.ofDays(6));
    assertThat(album.photos()).hasSize(1);
    assertThat(album.files()).hasSize(2);
    album.town().passes(Duration.ofDays(1).plusMillis(1));
    assertThat(album.photos()).isEmpty();
    assertThat(album.files()).isEmpty();
    assertThat(Album.sends(album.town().as("ana"), PHOTO).status()).isEqualTo(201);
  }

  @Test
  void what_is_known_of_a_photo_is_little() {
    Album.sends(album.town().nobody(), PHOTO);
    var holding = album.photos().get(0).get("holding", Document.class);
    assertThat(holding.getList("uploaders", String.class)).containsExactly("");
    assertThat(album.photos().get(0).toJson()).doesNotContain("127.0.0.1");
  }
}
