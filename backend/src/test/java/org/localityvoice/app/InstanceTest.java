package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class InstanceTest {
  @TempDir Path folder;

  @Test
  void a_command_gives_back_the_jobs_that_it_ran(Store store) {
    var settings =
        SettingsReader.read(
            Map.of("MONGODB_URI", store.uri(), "DATA_FOLDER", folder.toString()), Optional.empty());
    var during =
        Instance.use(
            settings,
            parts -> {
              Waiting.on(parts.settle());
              return leases(store);
            });
    assertThat(during).isNotEmpty();
    assertThat(leases(store)).isEmpty();
  }

  private static List<Document> leases(Store store) {
    var leases = store.connect().collection("leases", Document.class);
    return Wait.forResult(Publishers.list(leases.find()));
  }
}
