#include "model/outlets.h"
