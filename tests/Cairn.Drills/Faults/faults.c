// Stands between a process and the system by LD_PRELOAD, and for one folder alone: makes a flush fail, lets the disk be full,
// or keeps a log of everything that was written and flushed, in its order and with its content. Linux, 64 bits.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, FLUSH, FAILED_FLUSH, RENAME, LINK, UNLINK, MAKE_FOLDER, REMOVE_FOLDER, FLUSH_FOLDER, ANSWER };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char folder[1024], failing[256];
static long failing_in;              // the flush that fails: 1 is the next one, 0 none
static long long space = -1;         // bytes that files may still grow by; -1 for any number
static int log_to = -1, lying;

#define REAL(result, name, ...) static result (*name)(__VA_ARGS__)
REAL(int, real_open, const char *, int, ...);
REAL(ssize_t, real_write, int, const void *, size_t);
REAL(ssize_t, real_pwrite, int, const void *, size_t, off_t);
REAL(ssize_t, real_pwritev, int, const struct iovec *, int, off_t);
REAL(ssize_t, real_writev, int, const struct iovec *, int);
REAL(int, real_ftruncate, int, off_t);
REAL(int, real_fsync, int);
REAL(int, real_rename, const char *, const char *);
REAL(int, real_link, const char *, const char *);
REAL(int, real_unlink, const char *);
REAL(int, real_mkdir, const char *, mode_t);
REAL(int, real_rmdir, const char *);

static void find(void *to, const char *name) { *(void **)to = dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  if (real_rmdir) return;
  find(&real_open, "open"), find(&real_write, "write"), find(&real_pwrite, "pwrite"), find(&real_pwritev, "pwritev"), find(&real_writev, "writev");
  find(&real_ftruncate, "ftruncate"), find(&real_fsync, "fsync"), find(&real_rename, "rename"), find(&real_link, "link");
  find(&real_unlink, "unlink"), find(&real_mkdir, "mkdir"), find(&real_rmdir, "rmdir");
  const char *given = getenv("CAIRN_FAULTS_FOLDER");
  if (given) strncpy(folder, given, sizeof folder - 1);
  if ((given = getenv("CAIRN_FAULTS_LOG"))) log_to = real_open(given, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  // "NAME:K" makes the K-th flush of a file whose path holds NAME fail.
  if ((given = getenv("CAIRN_FAULTS_FLUSH")) && strrchr(given, ':')) {
    strncpy(failing, given, sizeof failing - 1);
    *strrchr(failing, ':') = 0;
    failing_in = atol(strrchr(given, ':') + 1);
  }
  lying = getenv("CAIRN_FAULTS_LIE") != NULL;
}

// What the process itself asks for, in the middle of its work.
void faults_flush(const char *ending, long in) { pthread_mutex_lock(&turn); strncpy(failing, ending, sizeof failing - 1); failing_in = in; pthread_mutex_unlock(&turn); }
void faults_space(long long bytes) { pthread_mutex_lock(&turn); space = bytes; pthread_mutex_unlock(&turn); }

static int inside(const char *path) { begin(); size_t n = strlen(folder); return n && path && !strncmp(path, folder, n) && (path[n] == '/' || !path[n]); }

// The path of an open file of the folder; 0 where it is none, or the shared index of a log, which is no file of the record.
static int path_of(int file, char *path, size_t most) {
  begin();
  char link[32];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t n = readlink(link, path, most - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return inside(path) && !strstr(path, "-shm");
}

static void note(uint32_t what, uint64_t node, int64_t at, const void *data, uint32_t length) {
  if (log_to < 0) return;
  struct { uint32_t what, length; uint64_t node; int64_t at; } head = { what, length, node, at };
  struct iovec parts[] = { { &head, sizeof head }, { (void *)data, length } };
  if (real_writev(log_to, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

static void note_path(uint32_t what, uint64_t node, const char *path) { note(what, node, 0, path, (uint32_t)strlen(path)); }

static void note_paths(uint32_t what, const char *from, const char *to) {
  char both[4096];
  int n = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
  note(what, 0, 0, both, (uint32_t)n);
}

static uint64_t node_of(int file) { struct stat s; return fstat(file, &s) ? 0 : s.st_ino; }

static int open_it(const char *path, int how, mode_t mode) {
  if (!inside(path) || strstr(path, "-shm")) return real_open(path, how, mode);
  pthread_mutex_lock(&turn);
  int is_new = (how & O_CREAT) && access(path, F_OK);
  int file = real_open(path, how, mode), why = errno;
  if (file >= 0 && is_new) note_path(CREATE, node_of(file), path);
  else if (file >= 0 && (how & O_TRUNC)) note(TRUNCATE, node_of(file), 0, "", 0);
  pthread_mutex_unlock(&turn);
  errno = why;
  return file;
}

#define MODE mode_t mode = 0; if (how & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, how); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int how, ...) { MODE return open_it(path, how, mode); }
int open64(const char *path, int how, ...) { MODE return open_it(path, how, mode); }
int openat(int at, const char *path, int how, ...) { MODE if (*path == '/' || at == AT_FDCWD) return open_it(path, how, mode); int (*real)(int, const char *, int, ...); find(&real, "openat"); return real(at, path, how, mode); }
int openat64(int at, const char *path, int how, ...) { MODE return openat(at, path, how, mode); }

static ssize_t write_at(int file, const void *data, size_t length, off_t at, int is_moving) {
  char path[4096];
  if (!path_of(file, path, sizeof path)) return is_moving ? real_write(file, data, length) : real_pwrite(file, data, length, at);
  pthread_mutex_lock(&turn);
  struct stat is;
  fstat(file, &is);
  if (is_moving) at = fcntl(file, F_GETFL) & O_APPEND ? is.st_size : lseek(file, 0, SEEK_CUR);
  long long growth = (long long)at + (long long)length - is.st_size;
  ssize_t n;
  if (space >= 0 && growth > space) {
    // As a disk does: what fits is taken, then nothing more.
    length = length > (size_t)(growth - space) ? length - (size_t)(growth - space) : 0;
    growth = space;
  }
  if (length == 0) n = -1, errno = ENOSPC;
  else n = is_moving ? real_write(file, data, length) : real_pwrite(file, data, length, at);
  int why = errno;
  if (n > 0 && space >= 0 && growth > 0) space -= growth;
  if (n > 0) note(WRITE, is.st_ino, at, data, (uint32_t)n);
  pthread_mutex_unlock(&turn);
  errno = why;
  return n;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t at) { return write_at(file, data, length, at, 0); }
ssize_t pwrite64(int file, const void *data, size_t length, off_t at) { return write_at(file, data, length, at, 0); }

ssize_t write(int file, const void *data, size_t length) {
  struct stat is, out;
  // The framework writes to a copy of it.
  if (log_to >= 0 && !fstat(file, &is) && !fstat(STDOUT_FILENO, &out) && is.st_ino == out.st_ino && is.st_dev == out.st_dev) {
    pthread_mutex_lock(&turn);
    note(ANSWER, 0, 0, data, (uint32_t)length);
    pthread_mutex_unlock(&turn);
  }
  return write_at(file, data, length, 0, 1);
}

static ssize_t write_parts(int file, const struct iovec *parts, int count, off_t at, int is_moving) {
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    ssize_t n = write_at(file, parts[i].iov_base, parts[i].iov_len, at + all, is_moving);
    if (n < 0) return all ? all : n;
    all += n;
    if ((size_t)n < parts[i].iov_len) break;
  }
  return all;
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) { return write_parts(file, parts, count, at, 0); }
ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t at) { return write_parts(file, parts, count, at, 0); }
ssize_t writev(int file, const struct iovec *parts, int count) { return write_parts(file, parts, count, 0, 1); }

int ftruncate(int file, off_t length) {
  char path[4096];
  if (!path_of(file, path, sizeof path)) return real_ftruncate(file, length);
  pthread_mutex_lock(&turn);
  struct stat is;
  fstat(file, &is);
  int result = real_ftruncate(file, length), why = errno;
  if (!result && space >= 0 && is.st_size > length) space += is.st_size - length;
  if (!result) note(TRUNCATE, is.st_ino, length, "", 0);
  pthread_mutex_unlock(&turn);
  errno = why;
  return result;
}
int ftruncate64(int file, off_t length) { return ftruncate(file, length); }

static int is_failing(const char *path) {
  if (!failing_in || !strstr(path, failing)) return 0;
  // "record.db" is the file itself, not its log.
  if (!strcmp(failing, "record.db") && strcmp(path + strlen(path) - strlen(failing), failing)) return 0;
  return --failing_in == 0;
}

int fsync(int file) {
  char path[4096];
  if (!path_of(file, path, sizeof path)) return real_fsync(file);
  pthread_mutex_lock(&turn);
  struct stat is;
  fstat(file, &is);
  int result = is_failing(path) ? -1 : real_fsync(file), why = result ? EIO : 0;
  if (!lying) {
    if (S_ISDIR(is.st_mode)) { if (!result) note_path(FLUSH_FOLDER, is.st_ino, path); }
    else note(result ? FAILED_FLUSH : FLUSH, is.st_ino, 0, "", 0);
  }
  pthread_mutex_unlock(&turn);
  errno = why;
  return result;
}
int fdatasync(int file) { return fsync(file); }

#define NAMED(call, what, log) if (!inside(what)) return call; pthread_mutex_lock(&turn); int result = call, why = errno; if (!result) log; pthread_mutex_unlock(&turn); errno = why; return result;
int rename(const char *from, const char *to) { NAMED(real_rename(from, to), to, note_paths(RENAME, from, to)) }
int link(const char *from, const char *to) { NAMED(real_link(from, to), to, note_paths(LINK, from, to)) }
int mkdir(const char *path, mode_t mode) { NAMED(real_mkdir(path, mode), path, note_path(MAKE_FOLDER, 0, path)) }
int rmdir(const char *path) { NAMED(real_rmdir(path), path, note_path(REMOVE_FOLDER, 0, path)) }
int unlink(const char *path) {
  struct stat is;
  int is_there = inside(path) && !stat(path, &is);
  NAMED(real_unlink(path), path, (note_path(UNLINK, 0, path), space += space >= 0 && is_there && is.st_nlink == 1 ? is.st_size : 0))
}
