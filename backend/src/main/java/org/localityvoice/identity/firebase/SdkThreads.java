package org.localityvoice.identity.firebase;

import com.google.firebase.FirebaseApp;
import com.google.firebase.ThreadManager;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * One thread for what the SDK does of its own accord. Its default is a pool that all apps of the
 * process share, where a large push would keep sign-in waiting.
 */
final class SdkThreads extends ThreadManager {
  @Override
  protected ExecutorService getExecutor(FirebaseApp app) {
    return Executors.newSingleThreadExecutor(getThreadFactory());
  }

  @Override
  protected void releaseExecutor(FirebaseApp app, ExecutorService executor) {
    executor.shutdownNow();
  }

  @Override
  protected ThreadFactory getThreadFactory() {
    return daemons("identity-sdk");
  }

  /** Makes threads that do not keep the process alive. */
  static ThreadFactory daemons(String name) {
    return task -> {
      var thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
