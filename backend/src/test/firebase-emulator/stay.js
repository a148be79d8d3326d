// Says where the Auth emulator listens and keeps it up until standard input ends, which it does
// when the test that started it closes it, or dies.
console.log("\nemulator at " + process.env.FIREBASE_AUTH_EMULATOR_HOST);
process.stdin.resume();
